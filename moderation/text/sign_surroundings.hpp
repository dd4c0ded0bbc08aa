#pragma once

#include "moderation/text/normalize.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rejoinder::moderation {

/// Units [first, end) of a text.
struct unit_range {
    std::size_t first = 0;
    std::size_t end = 0;

    bool operator==(const unit_range&) const = default;
};

/// The signs that somebody may mean as letters.
enum class wanted_signs : std::uint8_t {
    look_alikes,  ///< 1 @ $ !
    masks         ///< Of masked_terms.hpp: f*ck
};

/// The parts of a text that can hold a word of at most `letters_max` letters with a sign in it:
/// what stands around the signs. Letters that are repeated in a row count once, as in a skeleton
/// that reads signs as letters, and are all in a part or none of them is.
std::vector<unit_range> surroundings_of_signs(
    const folded_text& text,
    wanted_signs wanted,
    std::size_t letters_max);

}  // namespace rejoinder::moderation
