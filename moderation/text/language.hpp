#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rejoinder::moderation {

struct link;

/// What a text seems to be written in (CLD2), the most of it first.
struct language_guess {
    struct share {
        int language = 0;  ///< CLD2's number.
        int percent = 0;   ///< Of the text.
    };
    std::array<share, 3> shares = {};
    std::size_t letters = 0;  ///< Of fewer than some 60, no language is certain.
    bool reliable = false;    ///< As CLD2 sees it; false also where it knows no language.

    /// Percent of the text in this language, or in one that reads nearly the same (Danish and
    /// Norwegian).
    int percent_of(int language) const;
};

/// The links in the text tell of no language and are left out.
language_guess guess_language(std::string_view text, std::span<const link> links);

/// CLD2's number for an ISO 639 code ("en"); nothing for a code it does not know.
std::optional<int> language_from(std::string_view code);

/// The code, "en".
std::string code_of_language(int language);

bool reads_like(int language, int other);

}  // namespace rejoinder::moderation
