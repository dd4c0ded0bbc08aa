#include "moderation/filters/flood_filter.hpp"

#include <algorithm>

namespace rejoinder::moderation {

namespace {

bool reached(std::int64_t count, std::int64_t limit)
{
    return limit > 0 && count >= limit;
}

}  // namespace

flood_filter::flood_filter(flood_settings settings)
    : settings_(settings)
{
}

findings flood_filter::inspect(const comment_view& comment) const
{
    const auto& recent = comment.author.recent;
    const auto by_author = std::count_if(recent.begin(), recent.end(), [this](const auto& earlier) {
        return earlier.seconds_ago <= settings_.author_window_seconds;
    });

    findings found;
    if (reached(by_author, settings_.author_max))
        found.push_back({.reason = reason::flood, .detail = "author"});
    if (reached(comment.surroundings.from_network, settings_.network_max))
        found.push_back({.reason = reason::flood, .detail = "network"});
    if (reached(comment.surroundings.in_story, settings_.story_max))
        found.push_back({.reason = reason::flood, .detail = "story"});
    return found;
}

}  // namespace rejoinder::moderation
