#include "server/intake/email_address.hpp"

#include "server/intake/unicode_text.hpp"

#include <algorithm>
#include <cstddef>
#include <idn2.h>
#include <memory>
#include <utility>

namespace rejoinder::intake {

namespace {

constexpr std::size_t address_bytes_max = 254;  // RFC 5321, 4.5.3.1.3, less the angle brackets.
constexpr std::size_t local_bytes_max = 64;     // 4.5.3.1.1
constexpr std::size_t label_bytes_max = 63;     // RFC 1035, 2.3.4

bool is_alphanumeric(char c) noexcept
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_local_part(std::string_view local)
{
    if (local.empty() || local.size() > local_bytes_max)
        return false;
    for (const char c : local) {
        const bool beyond_ascii = static_cast<unsigned char>(c) > 127;
        if (!beyond_ascii && !is_alphanumeric(c) &&
            std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) == std::string_view::npos)
            return false;
    }
    return true;
}

bool is_domain(std::string_view domain) noexcept
{
    std::size_t begin = 0;
    for (;;) {
        const auto end = std::min(domain.find('.', begin), domain.size());
        const auto label = domain.substr(begin, end - begin);
        if (label.empty() || label.size() > label_bytes_max || label.front() == '-' ||
            label.back() == '-')
            return false;
        for (const char c : label)
            if (!is_alphanumeric(c) && c != '-')
                return false;
        if (end == domain.size())
            return true;
        begin = end + 1;
    }
}

std::string to_ascii_domain(std::string_view domain)
{
    bool ascii = true;
    std::string lower(domain);
    for (auto& c : lower) {
        ascii = ascii && static_cast<unsigned char>(c) < 128;
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + ('a' - 'A'));
    }
    if (ascii)
        return lower;
    char* converted = nullptr;
    if (idn2_to_ascii_8z(lower.c_str(), &converted, IDN2_NONTRANSITIONAL) != IDN2_OK)
        return {};
    const std::unique_ptr<char, void (*)(void*)> owner(converted, idn2_free);
    return owner.get();
}

}  // namespace

std::optional<parsed_email> parse_email(std::string_view text)
{
    if (text.size() > address_bytes_max || !count_code_points(text) || has_controls(text) ||
        has_white_space(text))
        return std::nullopt;
    const auto at = text.rfind('@');
    if (at == std::string_view::npos || !is_local_part(text.substr(0, at)))
        return std::nullopt;
    auto domain = to_ascii_domain(text.substr(at + 1));
    if (!is_domain(domain))
        return std::nullopt;
    auto address = std::string(text.substr(0, at + 1)) + domain;
    if (address.size() > address_bytes_max)
        return std::nullopt;
    return parsed_email{privacy::private_email(std::move(address)), std::move(domain)};
}

}  // namespace rejoinder::intake
