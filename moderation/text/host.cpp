#include "moderation/text/host.hpp"

#include "moderation/text/ascii.hpp"
#include "moderation/text/ipv4_host.hpp"
#include "moderation/text/utf8.hpp"

#include <unicode/bytestream.h>
#include <unicode/idna.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>

namespace rejoinder::moderation {

namespace {

/// Length of "scheme://"; 0 where the first "://" belongs to a path or a query.
std::size_t scheme_length(std::string_view url)
{
    const auto end = url.find("://");
    if (end == std::string_view::npos || end == 0)
        return 0;
    const auto scheme = url.substr(0, end);
    const bool valid = std::all_of(scheme.begin(), scheme.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '-';
    });
    return valid ? end + 3 : 0;
}

std::optional<unsigned> hex_digit(char c)
{
    constexpr std::string_view hexadecimal = "0123456789abcdef";
    const auto value = hexadecimal.find(lower_ascii(c));
    if (value == std::string_view::npos)
        return std::nullopt;
    return static_cast<unsigned>(value);
}

std::string percent_decoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            const auto high = hex_digit(text[i + 1]);
            const auto low = hex_digit(text[i + 2]);
            if (high && low) {
                decoded += static_cast<char>(*high * 16 + *low);
                i += 2;
                continue;
            }
        }
        decoded += text[i];
    }
    return decoded;
}

const icu::IDNA& idna()
{
    static const auto instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<const icu::IDNA> made(
            icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII, status));
        if (U_FAILURE(status))
            throw std::runtime_error(std::string("ICU IDNA: ") + u_errorName(status));
        return made;
    }();
    return *instance;
}

/// What a percent-encoded host decodes to may be no UTF-8 at all, and is shown to people.
std::string well_formed(std::string_view text)
{
    std::string made;
    for (std::size_t at = 0; at < text.size();)
        append_utf8(made, next_code_point(text, at));
    return made;
}

}  // namespace

std::string canonical_host(std::string_view host)
{
    while (!host.empty() && host.back() == '.')
        host.remove_suffix(1);
    if (is_ascii(host))
        return ipv4_host(host).value_or(lower_ascii(host));

    UErrorCode status = U_ZERO_ERROR;
    icu::IDNAInfo info;
    std::string ascii;
    icu::StringByteSink<std::string> sink(&ascii);
    idna().nameToASCII_UTF8(
        icu::StringPiece(host.data(), static_cast<int32_t>(host.size())),
        sink,
        info,
        status);
    if (U_FAILURE(status) || info.hasErrors() || !is_ascii(ascii))
        return well_formed(lower_ascii(host));
    return ascii;
}

std::string host_of(std::string_view url)
{
    url.remove_prefix(scheme_length(url));
    // A backslash is a slash to browsers.
    url = url.substr(0, url.find_first_of("/?#\\"));
    if (const auto user = url.rfind('@'); user != std::string_view::npos)
        url.remove_prefix(user + 1);
    if (!url.empty() && url.front() == '[')
        return lower_ascii(url.substr(0, url.find(']') + 1));
    return canonical_host(percent_decoded(url.substr(0, url.find(':'))));
}

}  // namespace rejoinder::moderation
