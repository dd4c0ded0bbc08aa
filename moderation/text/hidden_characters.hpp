#pragma once

#include "moderation/finding.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace rejoinder::moderation {

/// Finds the first character that nobody sees where no writing system has a use for it, with the
/// hidden ones that follow it.
///
/// Innocent are: what joins emoji and chooses their form, and the tags of flags; joiners and
/// non-joiners in scripts that spell with them (Arabic, Devanagari); direction marks and word
/// joiners beside blanks and signs, where copied text has them; soft hyphens that leave at least
/// two letters together. Never innocent are private use and noncharacters (but the apple of Apple's
/// keyboards), deprecated controls, blank letters, tags elsewhere, joiners within words of Latin
/// and its relatives, and more than `run_max` invisible characters in a row.
std::optional<text_span> find_hidden_characters(std::string_view text, std::size_t run_max);

}  // namespace rejoinder::moderation
