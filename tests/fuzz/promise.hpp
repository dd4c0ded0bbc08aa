#pragma once

#include "moderation/finding.hpp"
#include "moderation/text/utf8.hpp"

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace rejoinder::fuzz {

/// Ends the program, so that the fuzzer keeps the input, where a promise does not hold.
inline void promise(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "Broken: %s\n", what);
    std::abort();
}

inline bool is_valid_utf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        if (moderation::next_code_point(text, at) == 0xFFFD &&
            text.substr(begin, at - begin) != "\xEF\xBF\xBD")
            return false;
    }
    return true;
}

/// Within the text, and between characters where the text is made of such.
inline void check_span(const moderation::text_span& span, std::string_view text)
{
    promise(span.begin <= span.end && span.end <= text.size(), "a span lies in its text");
    const auto between = [&](std::size_t at) {
        return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    };
    if (is_valid_utf8(text))
        promise(between(span.begin) && between(span.end), "a span lies between code points");
}

}  // namespace rejoinder::fuzz
