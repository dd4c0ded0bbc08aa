#pragma once

#include "moderation/text/skeleton.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

/// A word or phrase prepared for being found through disguises.
///
/// Found by its skeleton, then held against the text: a sign may stand for a letter, letters may be
/// stretched ("baaad") or written apart ("b.a.d", "ba d"), and each of these is allowed only where
/// it cannot be ordinary writing. "As soon" holds no "ass", "the pen is" only looks like one word
/// to somebody who searches for it, and "$5 hit" is a price.
class term {
public:
    /// One way to spell the term's skeleton. Two for a term with a doubled letter: "as" for a
    /// stretched "ass", and "ass" for "a s s".
    struct spelling {
        std::string text;  ///< As skeleton::text() would hold it.
        std::vector<char32_t> letters;
        std::vector<std::uint32_t> repeats;  ///< By letter: how often it stands in a row.
        std::vector<bool> gap_before;        ///< By letter: where a phrase's next word begins.
    };

    /// Nothing when the term holds anything but letters, blanks, hyphens and apostrophes, or fewer
    /// than two different letters in a row: such a term is to be found as it is written.
    static std::optional<term> make(std::string_view text, bool open_begin, bool open_end);

    const std::vector<spelling>& spellings() const noexcept { return spellings_; }

    /// Whether the letters of `where` from `first_letter` are the term. `text` is what `where` was
    /// made from. On a match, the units it covers.
    struct place {
        std::size_t first_unit = 0;
        std::size_t last_unit = 0;
    };
    std::optional<place> matches(
        const spelling& as,
        const folded_text& text,
        const skeleton& where,
        std::size_t first_letter) const;

private:
    bool may_double(const spelling& as, std::size_t letter) const;
    bool may_undouble() const;
    bool letters_fit(
        const spelling& as,
        const folded_text& text,
        const skeleton& where,
        std::size_t first_letter) const;

    bool begins(const folded_text& text, std::size_t unit) const;
    bool ends(const folded_text& text, std::size_t unit) const;

    std::vector<spelling> spellings_;
    std::size_t length_ = 0;  // letters, doubled ones counted twice
    bool open_begin_ = false;
    bool open_end_ = false;
    bool phrase_ = false;
};

}  // namespace rejoinder::moderation
