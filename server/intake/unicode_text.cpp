#include "server/intake/unicode_text.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace rejoinder::intake {

namespace {

template <class Visit>
bool for_each_code_point(std::string_view text, Visit visit) noexcept
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    std::int32_t i = 0;
    while (i < length) {
        UChar32 code = 0;
        U8_NEXT(bytes, i, length, code);
        if (code < 0)
            return false;
        visit(code);
    }
    return true;
}

}  // namespace

std::optional<std::size_t> count_code_points(std::string_view text) noexcept
{
    std::size_t count = 0;
    if (!for_each_code_point(text, [&](UChar32) { ++count; }))
        return std::nullopt;
    return count;
}

bool has_controls(std::string_view text) noexcept
{
    bool found = false;
    for_each_code_point(text, [&](UChar32 code) {
        found = found || (u_charType(code) == U_CONTROL_CHAR && code != '\n' && code != '\t');
    });
    return found;
}

bool has_white_space(std::string_view text) noexcept
{
    bool found = false;
    for_each_code_point(text, [&](UChar32 code) { found = found || u_isUWhiteSpace(code); });
    return found;
}

std::string tidy(std::string_view text)
{
    std::string lines;
    lines.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            lines += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            lines += '\n';
    }
    constexpr std::string_view space = " \t\n";
    const auto begin = lines.find_first_not_of(space);
    if (begin == std::string::npos)
        return {};
    return lines.substr(begin, lines.find_last_not_of(space) - begin + 1);
}

bool has_visible(std::string_view text) noexcept
{
    bool found = false;
    for_each_code_point(text, [&](UChar32 code) {
        found = found || (!u_isUWhiteSpace(code) && u_charType(code) != U_CONTROL_CHAR &&
                          !u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT));
    });
    return found;
}

}  // namespace rejoinder::intake
