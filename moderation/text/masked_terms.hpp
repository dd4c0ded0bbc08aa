#pragma once

#include "moderation/text/normalize.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace rejoinder::moderation {

/// Whether the unit is an asterisk between two letters.
bool is_mask_in_word(const folded_text& text, std::size_t unit);

/// Whether there is any such.
bool has_masks(const folded_text& text);

/// Finds terms some of whose letters are masked by asterisks: "f**k", "wh*re".
/// A single masked vowel is found by reading every vowel for it (pattern_set), which also finds it
/// inside longer words.
///
/// Only words with an asterisk behind their first letter are looked at, and only whole words of
/// the same length are compared, so ordinary text costs one look for an asterisk.
class masked_terms {
public:
    struct hit {
        std::size_t id = 0;
        std::size_t first_unit = 0;
        std::size_t last_unit = 0;
    };

    /// `term` is one folded word; anything else is left alone.
    void add(const std::u32string& term, std::size_t id);

    void find(const folded_text& text, std::vector<hit>& hits) const;

private:
    struct masked_term {
        std::u32string letters;
        std::size_t id;
    };

    void look_at(
        const folded_text& text,
        std::size_t first,
        std::size_t last,
        std::vector<hit>& hits) const;

    std::unordered_map<std::uint64_t, std::vector<masked_term>> terms_;  // by length, first letter
};

}  // namespace rejoinder::moderation
