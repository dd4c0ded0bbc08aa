#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rejoinder::moderation {

/// Decodes what begins at `at` and moves `at` behind it. Ill-formed bytes become U+FFFD, the way
/// the Unicode Standard recommends (one for each maximal part). `at` must be within the text.
char32_t next_code_point(std::string_view text, std::size_t& at) noexcept;

void append_utf8(std::string& text, char32_t code_point);

}  // namespace rejoinder::moderation
