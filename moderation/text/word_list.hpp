#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

/// How an entry of a word list is meant.
enum class entry_kind : std::uint8_t {
    term,      ///< A word or phrase; `open_begin`, `open_end` say whether it may continue.
    pattern,   ///< A regular expression (RE2), tested against the folded text.
    exception  ///< A term in whose place no other entry counts ("scunthorpe", "pen is").
};

/// One entry, without its punctuation: `*wild` becomes term "wild" with open_begin.
struct word_entry {
    entry_kind kind = entry_kind::term;
    std::string text = {};
    bool open_begin = false;      ///< `*word`: the match may begin inside a word.
    bool open_end = false;        ///< `word*`: the match may end inside a word.
    std::size_t line = 0;         ///< In the file, from 1; for error messages. 0: no file.
    bool as_written = false;      ///< A term that is found without its disguises.
    bool case_sensitive = false;  ///< `=Word`: as written, and in capitals as written as well.

    bool operator==(const word_entry&) const = default;
};

/// A line that is no entry.
struct word_list_error {
    std::size_t line = 0;  ///< From 1.
    std::string message;   ///< Lower case, without the line number: "a pattern needs a closing /".

    bool operator==(const word_list_error&) const = default;
};

/// What a file holds. With errors, `entries` has the lines that were good.
struct parsed_word_list {
    std::vector<word_entry> entries;
    std::vector<word_list_error> errors;
};

inline constexpr std::size_t word_list_entries_max = 100'000;
inline constexpr std::size_t word_entry_bytes_max = 400;

/// Reads the text of a word list. One entry a line, UTF-8; surrounding blanks are ignored:
///
///     # a comment; an empty line says nothing
///     word            the whole word, in any case, accent or disguise
///     two words       a phrase; what stands between its words does not matter
///     *word  word*    the word may continue at that end:  *word*  anywhere inside words
///     ~word           the same as  *word*
///     =Word           the word exactly so, in capitals, accents and all, and in no disguise
///     /colou?rs?/     a regular expression (RE2), on the folded text
///     !scunthorpe     an exception: here no other entry of this list counts
///     \#tag           a leading backslash takes # ! / * ~ = literally
///
/// Whether a pattern compiles is seen when the engine is built.
parsed_word_list parse_word_list(std::string_view text);

/// What the settings of a list say for all its entries.
struct word_list_options {
    bool disguises = true;        ///< False: terms are found as written, but for case and accents.
    bool inside_words = false;    ///< Every term is found inside longer words.
    bool case_sensitive = false;  ///< Every term counts as `=Term`.
};

/// Patterns and exceptions stay as they are.
void apply(const word_list_options& options, std::vector<word_entry>& entries);

}  // namespace rejoinder::moderation
