#include "moderation/filters/copy_filter.hpp"

#include "moderation/text/similarity.hpp"

#include <string>

namespace rejoinder::moderation {

copy_filter::copy_filter(copy_settings settings)
    : settings_(settings)
{
}

findings copy_filter::inspect(const comment_view& comment) const
{
    if (settings_.authors_min == 0 || comment.by_others.size() < settings_.authors_min)
        return {};
    const shingles mine(comment.folded_text_body);
    if (mine.letters() < settings_.letters_min)
        return {};

    std::size_t others = 0;
    for (const auto& earlier : comment.by_others) {
        if (earlier.seconds_ago > settings_.window_seconds)
            continue;
        const shingles theirs{folded_text(earlier.text)};
        others += mine.similarity_to(theirs) >= settings_.similarity_min ? 1 : 0;
    }
    if (others < settings_.authors_min)
        return {};
    return {
        {.reason = reason::copied_text,
         .span = {0, comment.text.size()},
         .detail = std::to_string(others) + " others"}};
}

}  // namespace rejoinder::moderation
