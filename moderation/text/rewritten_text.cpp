#include "moderation/text/rewritten_text.hpp"

#include <algorithm>

namespace rejoinder::moderation {

void rewritten_text::keep(std::string_view part)
{
    text_ += part;
    original_at_ += part.size();
}

void rewritten_text::replace(std::size_t length, std::string_view with)
{
    const auto begin = text_.size();
    text_ += with;
    changes_.push_back({begin, text_.size(), original_at_, original_at_ + length});
    original_at_ += length;
}

text_span rewritten_text::original_span(std::size_t begin, std::size_t end) const
{
    // The last change that begins at or before the byte decides how far the two texts are apart.
    const auto last_before = [this](std::size_t byte) {
        return std::upper_bound(
            changes_.begin(),
            changes_.end(),
            byte,
            [](std::size_t at, const change& each) { return at < each.begin; });
    };
    const auto place = [&](std::size_t byte) -> text_span {
        const auto after = last_before(byte);
        if (after == changes_.begin())
            return {byte, byte + 1};
        const auto& before = *(after - 1);
        if (byte < before.end)
            return {before.original_begin, before.original_end};
        const auto original = before.original_end + (byte - before.end);
        return {original, original + 1};
    };
    if (begin == end) {
        const auto at = place(begin).begin;
        return {at, at};
    }
    return {place(begin).begin, place(end - 1).end};
}

bool rewritten_text::is_rewritten(std::size_t begin, std::size_t end) const
{
    const auto first = std::lower_bound(
        changes_.begin(),
        changes_.end(),
        begin,
        [](const change& each, std::size_t at) {
            return each.end < at || (each.end == at && each.begin != each.end);
        });
    for (auto each = first; each != changes_.end() && each->begin < end; ++each)
        if (each->begin != each->end || each->begin > begin)
            return true;
    return false;
}

}  // namespace rejoinder::moderation
