#pragma once

#include <cstddef>

namespace rejoinder::moderation {

/// A term found in a folded text, from its first unit to its last.
struct word_hit {
    std::size_t id = 0;  ///< As it was given when the term was added.
    std::size_t first_unit = 0;
    std::size_t last_unit = 0;
};

}  // namespace rejoinder::moderation
