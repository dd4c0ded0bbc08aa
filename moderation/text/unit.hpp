#pragma once

#include <cstdint>

namespace rejoinder::moderation {

enum class unit_kind : std::uint8_t {
    letter,       ///< Also marks that belong to a letter.
    digit,        ///< Of any script, as ASCII.
    symbol,       ///< A sign that is also used for a letter: $ @ ! ( # + |
    apostrophe,   ///< Within a word it joins, elsewhere it separates.
    punctuation,  ///< Every other visible sign.
    space
};

/// One character of the folded text, with the place in the original from which it came.
struct text_unit {
    char32_t folded = 0;      ///< As it stands in the folded text.
    char32_t skeleton = 0;    ///< Letter it looks like or stands for; 0 where there is none.
    std::uint32_t begin = 0;  ///< Original bytes.
    std::uint32_t end = 0;
    unit_kind kind = unit_kind::punctuation;
    bool ambiguous = false;  ///< The skeleton may be i as well as l: 1 ! |
    bool unspaced = false;   ///< Of a script that puts no blanks between words.
    bool capital = false;    ///< A to Z in the original: "YouFool" is two words.
};

}  // namespace rejoinder::moderation
