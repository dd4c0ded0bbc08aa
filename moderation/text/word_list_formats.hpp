#pragma once

#include "moderation/text/word_list.hpp"

namespace rejoinder::moderation {

/// Reads what WordPress keeps as "moderation keys" or "disallowed keys", unchanged: one key a line,
/// every sign taken as it is, found anywhere, inside words as well, in any case. Keys see through
/// no disguise. Empty lines and keys with nothing visible in them say nothing, as there.
parsed_word_list parse_wordpress_keys(std::string_view text);

/// Reads a list of Coral's, unchanged: one word or phrase a line, every sign taken as it is, found
/// as whole words. Disguises are seen through, which Coral does not.
parsed_word_list parse_coral_phrases(std::string_view text);

}  // namespace rejoinder::moderation
