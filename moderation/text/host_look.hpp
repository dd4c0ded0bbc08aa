#pragma once

#include "moderation/text/host_list.hpp"

#include <map>
#include <string>
#include <string_view>

namespace rejoinder::moderation {

/// Whether a host is written to be read as another: letters of scripts that look alike mixed in one
/// label ("pаypal" with a Cyrillic а), or a label of foreign letters that all look Latin before an
/// ending in Latin. `host` is in canonical form.
bool has_deceptive_label(std::string_view host);

/// Hosts that others are passed off as: "examp1e.org" and "exаmple.org" for "example.org".
class genuine_hosts {
public:
    explicit genuine_hosts(const host_set& hosts);

    /// The genuine host that this one, or a domain it belongs to, only looks like; empty when it
    /// looks like none or is genuine. `host` is in canonical form.
    std::string_view imitated_by(std::string_view host) const;

private:
    host_set hosts_;
    std::map<std::string, std::string, std::less<>> by_look_;
};

}  // namespace rejoinder::moderation
