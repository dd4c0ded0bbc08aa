#pragma once

#include <string_view>

namespace rejoinder::fuzz {

// Each takes any bytes, does with them what the server does with those of a stranger or an
// operator, and ends the program where a promise is broken. Run in the root of the repository.

void normalize(std::string_view bytes);   ///< Folding and skeletons of a text.
void find_links(std::string_view bytes);  ///< Links in a text.
void judge(std::string_view bytes);       ///< Name, website and text, one a line, judged.
void word_list(std::string_view bytes);   ///< The file of a word list.
void rule_set(std::string_view bytes);    ///< A file such as config/moderation.json.

struct target {
    const char* name;
    void (*run)(std::string_view bytes);
};

/// Each by the name of its folder in tests/fuzz/corpus/.
inline constexpr target targets[] = {
    {"normalize", normalize},
    {"find_links", find_links},
    {"judge", judge},
    {"word_list", word_list},
    {"rule_set", rule_set},
};

}  // namespace rejoinder::fuzz
