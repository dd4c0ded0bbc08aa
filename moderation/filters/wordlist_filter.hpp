#pragma once

#include "moderation/filter.hpp"
#include "moderation/text/word_list.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace rejoinder::moderation {

class pattern_set;

/// A word list of the rule set, already read from its file.
struct word_list {
    std::string name;  ///< For errors and details, e.g. "banned.en.txt".
    moderation::reason reason = reason::suspect_word;  ///< What a hit is.
    std::vector<comment_field> fields = {
        comment_field::name,
        comment_field::website,
        comment_field::text};
    /// ISO 639 code: hits in a text that is certainly in another language do not count. Empty: in
    /// any language.
    std::string language = {};
    bool silent = false;  ///< Hits are recorded and counted, and have no say: a list that is tried.
    std::vector<word_entry> entries = {};
};

/// The "filters.words" section.
struct wordlist_settings {
    std::vector<word_list> lists;
};

/// Finds entries of all word lists in one pass over each field, through the usual disguises.
///
/// A banned word of which letters are masked, or that only sounds like one, is a disguised word: a
/// human looks at what is guessed.
///
/// A finding's detail is the entry as the operator wrote it. Of entries that overlap in the same
/// place for the same reason, the longest one is reported.
class wordlist_filter final : public filter {
public:
    /// Throws rule_set_error naming list, line and entry of what does not compile, and a language
    /// that is not known.
    explicit wordlist_filter(const wordlist_settings& settings);
    ~wordlist_filter() override;

    std::string_view name() const noexcept override { return "words"; }
    findings inspect(const comment_view& comment) const override;

private:
    static constexpr std::size_t findings_max = 50;  // bounds the comparison of overlaps

    class written_language;  // of one comment; guessed when it is first asked for

    bool look_into(comment_field field) const;
    void look_at(
        comment_field field,
        const folded_text& text,
        std::string_view original,
        written_language& language,
        findings& found) const;

    std::vector<word_list> lists_;  // without entries; these live in patterns_
    std::vector<int> languages_;    // of the lists, CLD2's numbers
    std::unique_ptr<const pattern_set> patterns_;
};

}  // namespace rejoinder::moderation
