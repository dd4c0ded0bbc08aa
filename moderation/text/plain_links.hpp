#pragma once

#include "moderation/text/rewritten_text.hpp"

#include <string_view>

namespace rejoinder::moderation {

/// The text with its links written as a browser takes them, where people write them so that only
/// people read them:
///
/// - dots: "example[dot]com", "example dot com", "example . com", "example。com";
/// - schemes: "hxxp://", "h**p://", "h t t p : / /", "http:\\";
/// - characters: full width and other compatibility forms of ASCII, invisible ones dropped.
///
/// A dot in words or among blanks is taken for one only before an ending that nobody means
/// otherwise, and not in sayings ("the dot com boom"). Takes linear time; looks a fixed number of
/// characters ahead.
rewritten_text plain_links(std::string_view text);

}  // namespace rejoinder::moderation
