#include "moderation/text/skeleton.hpp"

#include "moderation/text/masked_terms.hpp"
#include "moderation/text/utf8.hpp"

#include <algorithm>
#include <array>

namespace rejoinder::moderation {

namespace {

constexpr auto ascii_classes = [] {
    std::array<char, 0x80> classes{};
    for (std::size_t c = 0; c < classes.size(); ++c)
        classes[c] = static_cast<char>(skeleton_class(static_cast<char32_t>(c)));
    return classes;
}();

/// The skeleton's class of an ASCII letter; of any other it is not asked for.
char class_of(char32_t letter)
{
    return ascii_classes[letter & 0x7F];
}

}  // namespace

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
    if (reading == sign_reading::as_gaps && for_masks == 0) {
        write(units, part, [](const text_unit& unit, std::size_t) {
            return unit.skeleton & (unit.kind == unit_kind::letter ? ~0u : 0u);
        });
        return;
    }
    write(units, part, [&](const text_unit& unit, std::size_t at) -> char32_t {
        if (unit.kind == unit_kind::letter)
            return unit.skeleton;
        if (for_masks != 0 && is_mask_in_word(text, at))
            return for_masks;
        return reading == sign_reading::as_letters ? unit.skeleton : 0;
    });
    note_signs(units);
}

/// A letter is written over what stands in its place already: nothing, or the same letter. There
/// are no branches, since no processor guesses where words end.
template <class LetterOf>
void skeleton::write(const text_unit* units, unit_range part, LetterOf letter_of)
{
    letters_.resize(part.end - part.first + 1);
    text_.resize(letters_.size());
    skeleton_letter* const letters = letters_.data();
    char* const written = text_.data();
    std::uint32_t count = 0;
    std::uint32_t first = 0;
    char32_t before = 0;
    bool ambiguous_before = false;
    char32_t all = 0;
    for (auto i = static_cast<std::uint32_t>(part.first); i < part.end; ++i) {
        const char32_t letter = letter_of(units[i], i);
        const bool repeated = letter == before && units[i].ambiguous == ambiguous_before;
        const std::uint32_t is_letter = letter != 0 ? 1 : 0;
        before = letter;
        ambiguous_before = units[i].ambiguous;
        first = repeated ? first : i;
        count += is_letter & (repeated ? 0u : 1u);
        all |= letter;
        // What is no letter is written where the next one will be.
        const auto place = count - is_letter;
        letters[place].letter = letter;
        letters[place].first = first;
        letters[place].last = i;
        written[place] = class_of(letter);
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
        append_utf8(text_, skeleton_class(letters_[i].letter));
        letter_at_.resize(text_.size(), i);
    }
}

void skeleton::note_signs(const text_unit* units)
{
    for (std::uint32_t i = 0; i < letters_.size(); ++i)
        if (std::any_of(
                units + letters_[i].first,
                units + letters_[i].last + 1,
                [](const text_unit& unit) { return unit.kind != unit_kind::letter; }))
            signs_.push_back(i);
}

std::size_t skeleton::letter_at(std::size_t byte) const
{
    return ascii_ ? byte : letter_at_.at(byte);
}

}  // namespace rejoinder::moderation
