#include "moderation/text/letter_forms.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace rejoinder::moderation {

namespace {

char32_t small_capital(char32_t c)
{
    constexpr std::string_view beginning = "LATIN LETTER SMALL CAPITAL ";
    std::array<char, 64> name{};
    UErrorCode status = U_ZERO_ERROR;
    const auto length =
        u_charName(static_cast<UChar32>(c), U_UNICODE_CHAR_NAME, name.data(), name.size(), &status);
    const std::string_view read(name.data(), static_cast<std::size_t>(std::max(length, 0)));
    if (U_FAILURE(status) || !read.starts_with(beginning) || read.size() != beginning.size() + 1)
        return 0;
    return static_cast<char32_t>(read.back() - 'A' + 'a');
}

char32_t turned_back(char32_t folded)
{
    static constexpr std::pair<char32_t, char32_t> known[] = {
        {U'\u0250', 'a'},
        {U'\u0254', 'c'},
        {U'\u01DD', 'e'},
        {U'\u0259', 'e'},
        {U'\u025F', 'f'},
        {U'\u0183', 'g'},
        {U'\u0265', 'h'},
        {U'\u1D09', 'i'},
        {U'\u029E', 'k'},
        {U'\u026F', 'm'},
        {U'\u0279', 'r'},
        {U'\u0287', 't'},
        {U'\u028C', 'v'},
        {U'\u028D', 'w'},
        {U'\u028E', 'y'},
    };
    for (const auto& [letter, latin] : known)
        if (letter == folded)
            return latin;
    return 0;
}

}  // namespace

char32_t plain_letter_of(char32_t folded)
{
    const auto capital = small_capital(folded);
    return capital != 0 ? capital : turned_back(folded);
}

char32_t latin_stand_in(char32_t folded)
{
    static constexpr std::pair<char32_t, char32_t> known[] = {
        {U'\u03B2', 'b'}, {U'\u03B5', 'e'}, {U'\u03B7', 'n'}, {U'\u03BA', 'k'}, {U'\u03BC', 'u'},
        {U'\u03C0', 'n'}, {U'\u03C2', 'c'}, {U'\u03C4', 't'}, {U'\u03C7', 'x'}, {U'\u03C9', 'w'},
        {U'\u0432', 'b'}, {U'\u0433', 'r'}, {U'\u0437', 'e'}, {U'\u0438', 'n'}, {U'\u0439', 'n'},
        {U'\u043A', 'k'}, {U'\u043C', 'm'}, {U'\u043D', 'h'}, {U'\u043F', 'n'}, {U'\u0442', 't'},
        {U'\u0446', 'u'}, {U'\u0448', 'w'}, {U'\u0449', 'w'}, {U'\u044C', 'b'}, {U'\u044F', 'r'},
    };
    for (const auto& [letter, latin] : known)
        if (letter == folded)
            return latin;
    return 0;
}

}  // namespace rejoinder::moderation
