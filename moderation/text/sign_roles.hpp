#pragma once

#include "moderation/text/unit.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace rejoinder::moderation {

/// Takes what an HTML entity is written with for punctuation: "&amp;", "&#39;".
void strip_entities(std::vector<text_unit>& units);

/// Takes the letters they could stand for from signs that are plain punctuation where they stand:
/// a mark at the end of a word ("rusk!"), a bracket that begins one or has its partner ("(lit up)",
/// "hand(s)"), a tag ("#ate"). Within a word they keep them: "sh!t", "fu(k". `others` are the units
/// that are neither letters nor blanks.
void strip_punctuation(std::vector<text_unit>& units, std::span<const std::uint32_t> others);

}  // namespace rejoinder::moderation
