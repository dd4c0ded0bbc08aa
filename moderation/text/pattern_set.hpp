#pragma once

#include "moderation/text/literal_matcher.hpp"
#include "moderation/text/masked_terms.hpp"
#include "moderation/text/normalize.hpp"
#include "moderation/text/regex_set.hpp"
#include "moderation/text/sound_terms.hpp"
#include "moderation/text/term.hpp"
#include "moderation/text/word_list.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

/// One word list as the pattern set takes it. Only read during construction.
struct pattern_source {
    std::string_view name;  ///< For error messages.
    std::span<const word_entry> entries;
    guessing guesses = guessing::free;
};

/// An entry that was found, outside the exceptions of its list.
struct pattern_hit {
    std::size_t list = 0;               ///< Index of the source.
    const word_entry* entry = nullptr;  ///< Lives as long as the set.
    text_span span;                     ///< In the original text.
    bool guessed = false;  ///< Letters were masked or only sound like it: it may be another word.

    std::size_t length() const noexcept { return span.end - span.begin; }
};

/// The entries of all word lists, found together in one pass per kind:
/// - terms by their skeleton, through disguises (term.hpp), with masked letters (masked_terms.hpp),
///   by their sound (sound_terms.hpp) and with letters that are drawn or turned (respelled.hpp);
/// - terms with digits or signs, those that are meant as written, and exceptions, as they stand in
///   the folded text;
/// - patterns by RE2.
///
/// Immutable; safe to use from several threads at once.
class pattern_set {
public:
    /// Throws rule_set_error naming list, line and entry of what cannot be used.
    explicit pattern_set(std::span<const pattern_source> lists);

    /// Appends what was found, in no particular order, overlapping hits included. `original` is
    /// what `text` was made from. Throws std::runtime_error when matching fails: then nothing is
    /// known about the text.
    void find(const folded_text& text, std::string_view original, std::vector<pattern_hit>& hits)
        const;

private:
    struct known_entry {
        std::size_t list;
        word_entry entry;
    };
    struct known_term {
        std::size_t entry;
        term shape;
    };
    struct spelling_of {
        std::size_t term;
        std::size_t spelling;
    };

    void compile(std::span<const pattern_source> lists);
    [[noreturn]] void refuse(
        std::span<const pattern_source> lists,
        std::size_t entry,
        const std::string& why) const;

    void find_terms(const folded_text& text, sign_reading reading, std::vector<pattern_hit>& hits)
        const;
    /// Those that have signs in them, in the parts where these stand: what holds none of them is
    /// found with signs as gaps.
    void find_terms_with_signs(
        const folded_text& text,
        char32_t for_masks,
        std::span<const unit_range> parts,
        std::vector<pattern_hit>& hits) const;
    void verify(
        const literal_hit& candidate,
        const folded_text& text,
        const skeleton& shape,
        std::vector<pattern_hit>& hits) const;
    void find_masked(const folded_text& text, std::vector<pattern_hit>& hits) const;
    void find_sounding(const folded_text& text, std::vector<pattern_hit>& hits) const;
    void find_respelled(std::string_view original, std::vector<pattern_hit>& hits) const;
    void find_exact(
        const folded_text& text,
        std::string_view original,
        std::vector<pattern_hit>& hits,
        std::vector<pattern_hit>& exceptions) const;
    void find_patterns(const folded_text& text, std::vector<pattern_hit>& hits) const;

    std::vector<known_entry> entries_;
    std::vector<known_term> terms_;

    std::vector<std::string> skeletons_;                 // different ones, for the matcher
    std::size_t term_letters_max_ = 0;                   // of the longest spelling
    std::vector<std::vector<spelling_of>> by_skeleton_;  // what each of them may be
    std::vector<std::string> exact_;                     // different ones
    std::vector<std::vector<std::size_t>> by_exact_;     // entries of each
    std::vector<std::string> patterns_;
    std::vector<std::size_t> by_pattern_;  // entry of each

    literal_matcher skeleton_matcher_{{}};
    literal_matcher exact_matcher_{{}};
    regex_set regexes_{{}};
    masked_terms masked_;
    sound_terms sounds_;
};

}  // namespace rejoinder::moderation
