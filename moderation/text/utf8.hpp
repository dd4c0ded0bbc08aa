#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rejoinder::moderation {

/// What `next_code_point` and `append_utf8` do with everything that is not ASCII.
char32_t next_wide_code_point(std::string_view text, std::size_t& at) noexcept;
void append_wide_utf8(std::string& text, char32_t code_point);

/// Decodes what begins at `at` and moves `at` behind it. Ill-formed bytes become U+FFFD, the way
/// the Unicode Standard recommends (one for each maximal part). `at` must be within the text.
inline char32_t next_code_point(std::string_view text, std::size_t& at) noexcept
{
    const auto first = static_cast<unsigned char>(text[at]);
    if (first >= 0x80)
        return next_wide_code_point(text, at);
    ++at;
    return first;
}

inline void append_utf8(std::string& text, char32_t code_point)
{
    if (code_point < 0x80)
        text += static_cast<char>(code_point);
    else
        append_wide_utf8(text, code_point);
}

}  // namespace rejoinder::moderation
