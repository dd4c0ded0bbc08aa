#include "moderation/text/skeleton.hpp"

#include "moderation/text/masked_terms.hpp"
#include "moderation/text/utf8.hpp"

namespace rejoinder::moderation {

namespace {

char32_t letter_of(const text_unit& unit, sign_reading reading)
{
    if (unit.kind == unit_kind::letter)
        return unit.skeleton;
    return reading == sign_reading::as_letters ? unit.skeleton : 0;
}

}  // namespace

char32_t skeleton_class(char32_t letter) noexcept
{
    switch (letter) {
    case 'j':
    case 'l':
        return 'i';
    case 'v':
        return 'u';
    default:
        return letter;
    }
}

void skeleton::assign(const folded_text& text, sign_reading reading, char32_t for_masks)
{
    text_.clear();
    letters_.clear();
    letter_at_.clear();
    ascii_ = true;
    reads_masks_ = for_masks != 0;

    const auto& units = text.units();
    for (std::uint32_t i = 0; i < units.size(); ++i) {
        char32_t letter = letter_of(units[i], reading);
        if (for_masks != 0 && units[i].kind != unit_kind::letter && is_mask_in_word(text, i))
            letter = for_masks;
        if (letter == 0)
            continue;
        if (!letters_.empty() && letters_.back().last + 1 == i &&
            units[i - 1].ambiguous == units[i].ambiguous && letters_.back().letter == letter) {
            letters_.back().last = i;
            continue;
        }
        letters_.push_back({letter, i, i, static_cast<std::uint32_t>(text_.size())});
        const char32_t spelled = skeleton_class(letter);
        if (spelled < 0x80) {
            text_ += static_cast<char>(spelled);
        } else {
            append_utf8(text_, spelled);
            ascii_ = false;
        }
    }
    if (!ascii_)
        for (std::uint32_t i = 0; i < letters_.size(); ++i)
            letter_at_.resize(i + 1 < letters_.size() ? letters_[i + 1].at : text_.size(), i);
}

std::size_t skeleton::letter_at(std::size_t byte) const
{
    return ascii_ ? byte : letter_at_.at(byte);
}

}  // namespace rejoinder::moderation
