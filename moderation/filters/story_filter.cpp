#include "moderation/filters/story_filter.hpp"

namespace rejoinder::moderation {

story_filter::story_filter(story_settings settings)
    : settings_(settings)
{
}

findings story_filter::inspect(const comment_view& comment) const
{
    const auto& age = comment.story_age_days;
    if (settings_.days_max <= 0 || !age || *age <= settings_.days_max)
        return {};
    return {{.reason = reason::old_story, .detail = std::to_string(*age)}};
}

}  // namespace rejoinder::moderation
