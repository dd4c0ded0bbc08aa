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
    assign(text, {0, text.units().size()}, reading, for_masks);
}

void skeleton::assign(
    const folded_text& text,
    unit_range part,
    sign_reading reading,
    char32_t for_masks)
{
    signs_.clear();
    letter_at_.clear();
    reads_masks_ = for_masks != 0;

    const auto* const units = text.units().data();
    letters_.resize(part.end - part.first);
    text_.resize(letters_.size());
    skeleton_letter* const letters = letters_.data();
    char* const written = text_.data();
    std::uint32_t count = 0;
    char32_t all = 0;
    for (auto i = static_cast<std::uint32_t>(part.first); i < part.end; ++i) {
        char32_t letter = letter_of(units[i], reading);
        if (for_masks != 0 && units[i].kind != unit_kind::letter && is_mask_in_word(text, i))
            letter = for_masks;
        if (letter == 0)
            continue;
        if (count > 0 && letters[count - 1].letter == letter && letters[count - 1].last + 1 == i &&
            units[i - 1].ambiguous == units[i].ambiguous) {
            letters[count - 1].last = i;
        } else {
            letters[count] = {letter, i, i, count};
            written[count] = static_cast<char>(skeleton_class(letter));
            ++count;
            all |= letter;
        }
        if (units[i].kind != unit_kind::letter && (signs_.empty() || signs_.back() != count - 1))
            signs_.push_back(count - 1);
    }
    letters_.resize(count);
    text_.resize(count);
    ascii_ = all < 0x80;
    if (!ascii_)
        write_wide_text();
}

void skeleton::write_wide_text()
{
    text_.clear();
    for (std::uint32_t i = 0; i < letters_.size(); ++i) {
        letters_[i].at = static_cast<std::uint32_t>(text_.size());
        append_utf8(text_, skeleton_class(letters_[i].letter));
        letter_at_.resize(text_.size(), i);
    }
}

std::size_t skeleton::letter_at(std::size_t byte) const
{
    return ascii_ ? byte : letter_at_.at(byte);
}

}  // namespace rejoinder::moderation
