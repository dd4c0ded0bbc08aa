#pragma once

#include "moderation/text/normalize.hpp"
#include "moderation/text/sign_surroundings.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rejoinder::moderation {

/// How signs and digits are read that also stand for letters.
enum class sign_reading : std::uint8_t {
    as_gaps,    ///< f#u#c#k
    as_letters  ///< sh!t
};

/// A letter of the skeleton: one unit, or several with the same letter in a row.
struct skeleton_letter {
    char32_t letter = 0;
    std::uint32_t first = 0;  ///< Unit.
    std::uint32_t last = 0;   ///< Unit; last - first + 1 times the letter.
};

/// What is left of a text when only the order of its letters counts: look-alikes replaced, every
/// letter that is repeated in a row written once, everything between letters gone, and letters that
/// can pass for each other (i, j and l, u and v) written alike.
///
/// Made for searching only. It matches far too much, so every hit must be verified against the
/// units (see term.hpp).
class skeleton {
public:
    /// `for_masks`, if not 0, is read for every mask within a word (masked_terms.hpp): "f*ck".
    void assign(const folded_text& text, sign_reading reading, char32_t for_masks = 0);

    /// The same of a part of the text.
    void assign(const folded_text& text, unit_range part, sign_reading reading, char32_t for_masks);

    const std::string& text() const noexcept { return text_; }
    bool reads_masks() const noexcept { return reads_masks_; }
    const std::vector<skeleton_letter>& letters() const noexcept { return letters_; }

    /// Indices of the letters that are signs, digits or masks in the text, at least in part.
    const std::vector<std::uint32_t>& signs() const noexcept { return signs_; }

    /// Index of the letter that begins at this byte.
    std::size_t letter_at(std::size_t byte) const;

private:
    template <class LetterOf>
    void write(const text_unit* units, unit_range part, LetterOf letter_of);
    void write_wide_text();
    void note_signs(const text_unit* units);

    std::string text_;
    std::vector<skeleton_letter> letters_;
    std::vector<std::uint32_t> signs_;
    std::vector<std::uint32_t> letter_at_;  // by byte; empty while all letters are ASCII
    bool ascii_ = true;
    bool reads_masks_ = false;
};

/// The letter as the skeleton's text spells it.
constexpr char32_t skeleton_class(char32_t letter) noexcept
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

}  // namespace rejoinder::moderation
