#pragma once

#include "server/intake/time_zone.hpp"
#include "server/model/ids.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::intake {

/// Whether comments may be public before a human has seen them.
enum class site_moderation { after, before };

/// A publication, as the operator configured it.
struct site {
    model::site_id id;
    std::string name;
    std::vector<std::string> origins;  ///< Exact: "https://news.example".
    bool is_served_by_us = false;      ///< This server's own pages belong to it, whatever its name.
    std::optional<site_moderation> moderation;
    std::chrono::seconds edit_window{900};  ///< So long authors may change a comment; 0: never.
    std::optional<time_zone> clock;         ///< By which hours of the day are told; absent: UTC.

    /// Whether the URL, or origin, is one of the site's. Compares the parsed origin, so that
    /// "https://news.example.evil.org" is none of "https://news.example". `own_origin` is how the
    /// client reached this server.
    bool owns(std::string_view url, std::string_view own_origin) const;
};

/// All configured sites. Filled at start, then only read.
class site_directory {
public:
    void add(site added);
    const site* find(const model::site_id& id) const;
    const std::map<model::site_id, site>& all() const noexcept { return sites_; }

private:
    std::map<model::site_id, site> sites_;
};

/// "https://news.example:8443" of an absolute http or https URL, lower case, without the scheme's
/// default port; empty for anything else.
std::string origin_of(std::string_view url);

}  // namespace rejoinder::intake
