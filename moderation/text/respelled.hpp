#pragma once

#include "moderation/text/rewritten_text.hpp"

#include <string_view>

namespace rejoinder::moderation {

/// The text with letters in place of what is drawn for them: "|<" for k, "()" for o, "\/\/" and
/// "vv" for w, where they stand beside letters; and words of letters turned upside down, which run
/// from their end to their beginning ("ʇɐɔ" for "cat"), as they are read; and words whose letters
/// are taken from several scripts (mixed_scripts.hpp).
///
/// Made for searching only: it also rewrites what nobody meant as letters.
rewritten_text respelled(std::string_view text);

}  // namespace rejoinder::moderation
