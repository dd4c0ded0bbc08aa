#include "moderation/text/utf8.hpp"

#include <unicode/utf8.h>

// ICU's macros convert int to uint8_t in their expansion.
#pragma GCC diagnostic ignored "-Wconversion"

namespace rejoinder::moderation {

char32_t next_wide_code_point(std::string_view text, std::size_t& at) noexcept
{
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), at, text.size(), c);
    return static_cast<char32_t>(c);
}

void append_wide_utf8(std::string& text, char32_t code_point)
{
    char bytes[U8_MAX_LENGTH];
    int length = 0;
    U8_APPEND_UNSAFE(bytes, length, code_point);
    text.append(bytes, static_cast<std::size_t>(length));
}

}  // namespace rejoinder::moderation
