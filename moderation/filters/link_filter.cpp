#include "moderation/filters/link_filter.hpp"

#include "moderation/text/find_links.hpp"
#include "moderation/text/host.hpp"
#include "moderation/text/normalize.hpp"

#include <utility>

namespace rejoinder::moderation {

namespace {

std::size_t letters_beside_links(const comment_view& comment)
{
    std::size_t letters = 0;
    auto link = comment.links.begin();
    for (const auto& unit : comment.folded_text_body.units()) {
        while (link != comment.links.end() && unit.begin >= link->span.end)
            ++link;
        if (link != comment.links.end() && unit.begin >= link->span.begin)
            continue;
        letters += unit.kind == unit_kind::letter || unit.kind == unit_kind::digit ? 1 : 0;
    }
    return letters;
}

}  // namespace

link_filter::link_filter(link_settings settings)
    : settings_(std::move(settings)),
      genuine_(settings_.allowed_hosts)
{
}

/// What a host is found for by itself, however many links there are.
void link_filter::look_at_host(
    comment_field field,
    const text_span& span,
    const std::string& host,
    findings& found) const
{
    const auto note = [&](moderation::reason why) {
        found.push_back({.reason = why, .field = field, .span = span, .detail = host});
    };
    if (contains_host(settings_.blocked_hosts, host)) {
        note(reason::blocked_host);
        return;
    }
    if (contains_host(settings_.allowed_hosts, host))
        return;
    if (contains_host(settings_.shorteners, host))
        note(reason::link_shortener);
    if (has_deceptive_label(host) || !genuine_.imitated_by(host).empty())
        note(reason::lookalike_host);
}

findings link_filter::inspect(const comment_view& comment) const
{
    findings found;

    if (!comment.website.empty())
        look_at_host(
            comment_field::website,
            {0, comment.website.size()},
            host_of(comment.website),
            found);
    for (const auto& link : comment.links_in_name)
        found.push_back(
            {.reason = reason::link_in_name, .field = comment_field::name, .span = link.span});

    // One finding per surplus link: a wall of links should weigh more than one link too many.
    std::size_t counted = 0;
    for (const auto& link : comment.links) {
        look_at_host(comment_field::text, link.span, link.host, found);
        if (link.disguised)
            found.push_back(
                {.reason = reason::disguised_link, .span = link.span, .detail = link.host});
        if (!contains_host(settings_.blocked_hosts, link.host) &&
            !contains_host(settings_.allowed_hosts, link.host) && ++counted > settings_.links_max)
            found.push_back(
                {.reason = reason::too_many_links, .span = link.span, .detail = link.host});
    }
    if (!comment.links.empty() && letters_beside_links(comment) < settings_.letters_beside_min)
        found.push_back({.reason = reason::link_only, .span = comment.links.front().span});
    return found;
}

}  // namespace rejoinder::moderation
