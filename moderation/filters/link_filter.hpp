#pragma once

#include "moderation/filter.hpp"
#include "moderation/text/host_list.hpp"
#include "moderation/text/host_look.hpp"

#include <cstddef>

namespace rejoinder::moderation {

/// The "filters.links" section.
struct link_settings {
    std::size_t links_max = 2;  ///< Each link beyond these is a finding.
    /// With fewer letters and digits beside its links a text is hardly anything but a link. 0
    /// switches this off.
    std::size_t letters_beside_min = 12;
    host_set blocked_hosts;  ///< Subdomains count as well.
    host_set allowed_hosts;  ///< Links there are not counted, e.g. to the site itself.
    host_set shorteners;     ///< They hide where a link leads.
};

/// Finds links to blocked hosts and to shorteners, to hosts that are made to be read as others,
/// links in disguise and in unusual number, text that is little but a link, and addresses in the
/// author's name. Of the allowed hosts, those that only look like them are found.
class link_filter final : public filter {
public:
    explicit link_filter(link_settings settings);

    std::string_view name() const noexcept override { return "link"; }
    findings inspect(const comment_view& comment) const override;

private:
    void look_at_host(
        comment_field field,
        const text_span& span,
        const std::string& host,
        findings& found) const;

    link_settings settings_;
    genuine_hosts genuine_;
};

}  // namespace rejoinder::moderation
