#pragma once

#include "moderation/text/guessing.hpp"
#include "moderation/text/normalize.hpp"
#include "moderation/text/word_hit.hpp"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace rejoinder::moderation {

/// Whether the unit stands within a word for a letter that is not shown: an asterisk between any
/// letters, another sign where a vowel is missing ("f#ck", "f-cking", not "well-known").
bool is_mask_in_word(const folded_text& text, std::size_t unit);

/// Finds terms some of whose letters are masked by asterisks or other signs: "f**k", "wh*re",
/// "f@#k", "fu_k". A single masked vowel is found by reading every vowel for it (pattern_set),
/// which also finds it inside longer words.
///
/// Only words with a mask behind their first letter are looked at, up to `masked_word_max` units,
/// so that ordinary text costs one look for a mask, and a masked word no more than its letters do.
/// Behind an asterisk a term may go on as its entry says, and one run of asterisks may hide a
/// letter or two more than it has ("f*k"); other masks stand for one letter each. Marks around a
/// word or several are emphasis ("*so*"), and between initials they mask nothing ("a.b.c").
class masked_terms {
public:
    static constexpr std::size_t masked_word_max = 32;

    /// `term` is one folded word; anything else is left alone. With careful guessing an asterisk
    /// behind a longer word refers to a note.
    void add(const std::u32string& term, bool open_end, std::size_t id, guessing how);

    void find(const folded_text& text, std::vector<word_hit>& hits) const;

private:
    struct masked_term {
        std::u32string letters;
        bool open_end;
        std::size_t id;
        guessing how;
    };

    void look_at(
        const folded_text& text,
        std::size_t first,
        std::size_t last,
        std::vector<word_hit>& hits) const;

    using by_length = std::vector<std::vector<masked_term>>;
    std::unordered_map<char32_t, by_length> terms_;  // by first letter
};

}  // namespace rejoinder::moderation
