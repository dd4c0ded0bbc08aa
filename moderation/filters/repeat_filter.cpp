#include "moderation/filters/repeat_filter.hpp"

#include "moderation/text/similarity.hpp"

#include <algorithm>

namespace rejoinder::moderation {

namespace {

/// Texts of so different length cannot be nearly the same; saves folding the earlier one. Generous,
/// because folding changes the length.
bool comparable_length(std::string_view left, std::string_view right)
{
    const auto [shorter, longer] = std::minmax({left.size(), right.size()});
    return shorter * 4 >= longer;
}

}  // namespace

repeat_filter::repeat_filter(repeat_settings settings)
    : settings_(settings)
{
}

findings repeat_filter::inspect(const comment_view& comment) const
{
    if (comment.author.recent.empty())
        return {};
    const shingles mine(comment.folded_text_body);
    if (mine.letters() < settings_.letters_min)
        return {};

    double most = 0;
    bool same = false;
    folded_text folded;
    for (const auto& earlier : comment.author.recent) {
        if (earlier.seconds_ago > settings_.window_seconds ||
            !comparable_length(earlier.text, comment.text))
            continue;
        folded.assign(earlier.text);
        const shingles theirs(folded);
        same = mine.same_as(theirs);
        if (same)
            break;
        if (!mine.may_reach(settings_.similarity_min, theirs))
            continue;
        most = std::max(most, mine.similarity_to(theirs));
    }
    if (!same && most < settings_.similarity_min)
        return {};
    return {
        {.reason = reason::repeated_text,
         .span = {0, comment.text.size()},
         .detail = same ? "same" : "nearly the same"}};
}

}  // namespace rejoinder::moderation
