#include "moderation/filters/author_record_filter.hpp"

namespace rejoinder::moderation {

author_record_filter::author_record_filter(author_record_settings settings)
    : settings_(settings)
{
}

findings author_record_filter::inspect(const comment_view& comment) const
{
    const auto& author = comment.author;
    findings found;
    if (author.banned)
        found.push_back({.reason = reason::banned_author});

    // What is pending tells nothing yet.
    const auto decided = author.published + author.rejected;
    const bool enough = settings_.decided_min > 0 && decided >= settings_.decided_min;
    if (enough && author.rejected > 0 &&
        static_cast<double>(author.rejected) >= settings_.share_max * static_cast<double>(decided))
        found.push_back(
            {.reason = reason::bad_record,
             .detail = std::to_string(author.rejected) + " of " + std::to_string(decided)});
    return found;
}

}  // namespace rejoinder::moderation
