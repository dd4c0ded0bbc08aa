#pragma once

#include "moderation/finding.hpp"
#include "moderation/text/word_list.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

/// Rows of a table that say the same of their entries. What a row leaves empty is for the settings
/// of the list to say.
struct word_list_part {
    std::optional<moderation::reason> reason;
    std::string language;
    std::vector<comment_field> fields;
    std::vector<word_entry> entries;
};

struct parsed_word_csv {
    std::vector<word_list_part> parts;
    std::vector<word_list_error> errors;
};

/// Reads a table of words: comma separated values (RFC 4180, UTF-8) with a header line. The columns
/// are found by their names and may be in any order:
///
///     entry     needed; as in a plain list (parse_word_list)
///     mode      "banned", "suspect", "mild" or "promotion"
///     language  an ISO 639 code
///     fields    of "name website text email_domain", separated by blanks
///     case      "sensitive" or "insensitive"
///
/// Exceptions count for the rows of the same mode, language and fields.
parsed_word_csv parse_word_csv(std::string_view text);

}  // namespace rejoinder::moderation
