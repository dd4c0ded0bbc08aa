#pragma once

#include "moderation/finding.hpp"
#include "moderation/text/unit.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

/// A text made comparable, with the way back to the original.
///
/// The folded text is lower case, without accents, invisible characters and compatibility forms;
/// every run of white space is one blank. In a word of Latin letters, those that only look Latin
/// are replaced. Each of its characters is a unit that knows the original bytes it came from.
class folded_text {
public:
    folded_text() = default;
    explicit folded_text(std::string_view original) { assign(original); }

    /// Folds anew and keeps the memory. Invalid UTF-8 becomes U+FFFD. The original is not kept;
    /// at most 4 GB of it.
    void assign(std::string_view original);

    const std::string& text() const noexcept { return text_; }
    const std::vector<text_unit>& units() const noexcept { return units_; }

    /// Index of the unit that holds the byte of the folded text; the number of units at its end.
    std::size_t unit_at(std::size_t folded_byte) const;

    /// Place in the original of the units [first, last], both included.
    text_span original_span(std::size_t first, std::size_t last) const;

    /// Indices of the units that are neither letters nor blanks: in most texts few.
    const std::vector<std::uint32_t>& others() const noexcept { return others_; }

    /// Whether anything in it could be read as a letter without being one: 1 @ $ !
    bool has_signs() const noexcept { return has_signs_; }

private:
    void add(char32_t code_point, std::uint32_t begin, std::uint32_t end);
    void add_ascii(std::string_view original, std::size_t begin, std::size_t end);
    static const std::array<text_unit, 0x80>& ascii_units();
    void unmask_words();
    void write_text();
    void note_others();

    std::string text_;
    std::vector<text_unit> units_;
    std::vector<std::uint32_t> unit_at_;  // by byte; empty while all units are of one
    std::vector<std::uint32_t> others_;
    bool has_signs_ = false;
    bool has_wide_ = false;  // anything that is not ASCII in the original
    bool has_foreign_ = false;
    std::vector<char32_t> look_as_typed_;  // by unit; only filled where there are foreign letters
};

}  // namespace rejoinder::moderation
