#pragma once

#include "moderation/text/normalize.hpp"

#include <cstddef>
#include <span>

namespace rejoinder::moderation {

/// A part of a word that was written apart: units [first, last] without a gap between them.
struct piece {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Units that may stand in one gap. More is no longer one word, however it is read.
inline constexpr std::size_t gap_units_max = 8;

/// Whether everything between the two units may stand between the letters of one word.
bool is_gap(const folded_text& text, std::size_t after, std::size_t before);

/// Whether the pieces are one word taken apart on purpose, rather than neighbouring words that
/// happen to spell it ("the pen is", "as soon"). A piece gives it away that is no word ("ni gger"),
/// and in a longer word a sign that nobody puts between words ("bas_tard"). Of a term that may
/// continue (`open_end`), the last piece may be the beginning of a longer one.
bool taken_apart(const folded_text& text, std::span<const piece> pieces, bool open_end);

}  // namespace rejoinder::moderation
