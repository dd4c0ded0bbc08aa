#pragma once

#include "moderation/text/word_list.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

inline constexpr std::size_t name_list_entries_max = 1'000;

struct parsed_name_list {
    std::vector<std::string> names;
    std::vector<word_list_error> errors;
};

/// Reads a list of people's names: one a line as it is written in print, `#` comments. A name has
/// at least two letters.
parsed_name_list parse_name_list(std::string_view text);

}  // namespace rejoinder::moderation
