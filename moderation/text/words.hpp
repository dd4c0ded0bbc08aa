#pragma once

#include "moderation/text/normalize.hpp"

#include <cstddef>

namespace rejoinder::moderation {

/// Whether a word may begin at this unit, seen from what stands before it. Between letters of
/// scripts that put no blanks between words (Chinese, Japanese, Thai) a word may begin anywhere.
bool word_begins(const folded_text& text, std::size_t unit);

/// Whether a word may end with this unit, seen from what stands behind it.
bool word_ends(const folded_text& text, std::size_t unit);

/// The same, but an apostrophe between letters joins: "it's" is one word. For letters that were
/// written apart, where a lone "s" would otherwise count as a piece.
bool piece_begins(const folded_text& text, std::size_t unit);
bool piece_ends(const folded_text& text, std::size_t unit);

}  // namespace rejoinder::moderation
