#include "server/intake/mask_address.hpp"

#include "server/intake/site.hpp"

#include <boost/url/pct_string_view.hpp>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <idn2.h>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace rejoinder::intake {

namespace {

constexpr std::string_view mask = "[address removed]";

/// How an "@" is commonly written.
constexpr std::array<std::string_view, 8> at_signs =
    {"@", "%40", "(at)", "[at]", " at ", " (at) ", " [at] ", "&#64;"};

UChar32 next_folded(std::string_view text, std::size_t& i) noexcept
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto at = static_cast<std::int32_t>(i);
    UChar32 code = 0;
    U8_NEXT(bytes, at, static_cast<std::int32_t>(text.size()), code);
    i = static_cast<std::size_t>(at);
    return code < 0 ? code : u_foldCase(code, U_FOLD_CASE_DEFAULT);
}

/// Where `part` ends when the text continues with it in whatever letter case.
std::optional<std::size_t> end_of(std::string_view text, std::size_t i, std::string_view part)
{
    for (std::size_t j = 0; j < part.size();)
        if (i == text.size() || next_folded(text, i) != next_folded(part, j))
            return std::nullopt;
    return i;
}

std::string to_unicode_domain(const std::string& domain)
{
    char* converted = nullptr;
    if (idn2_to_unicode_8z8z(domain.c_str(), &converted, 0) != IDN2_OK)
        return domain;
    const std::unique_ptr<char, void (*)(void*)> owner(converted, idn2_free);
    return owner.get();
}

struct address_parts {
    std::string_view local;
    std::array<std::string, 2> domains;  ///< ASCII and Unicode.
};

std::optional<std::size_t> address_end(
    std::string_view text,
    std::size_t begin,
    const address_parts& address)
{
    const auto local_end = end_of(text, begin, address.local);
    if (!local_end)
        return std::nullopt;
    for (const auto at : at_signs)
        if (const auto at_end = end_of(text, *local_end, at))
            for (const auto& domain : address.domains)
                if (const auto end = end_of(text, *at_end, domain))
                    return end;
    return std::nullopt;
}

}  // namespace

bool mask_address(std::string& text, const privacy::private_email& address)
{
    const auto revealed = address.reveal_private_address();
    const auto split = revealed.rfind('@');
    if (split == std::string_view::npos || split == 0)
        return false;
    const std::string domain(revealed.substr(split + 1));
    const address_parts parts{revealed.substr(0, split), {domain, to_unicode_domain(domain)}};

    bool found = false;
    std::string masked;
    for (std::size_t i = 0; i < text.size();) {
        if (const auto end = address_end(text, i, parts)) {
            masked += mask;
            i = *end;
            found = true;
            continue;
        }
        const auto begin = i;
        next_folded(text, i);
        masked.append(text, begin, i - begin);
    }
    if (found)
        text = std::move(masked);
    return found;
}

bool url_holds_address(const std::string& url, const privacy::private_email& address)
{
    const auto encoded = boost::urls::make_pct_string_view(url);
    std::string decoded = encoded ? encoded->decode() : url;
    return mask_address(decoded, address);
}

void remove_address(std::string& url, const privacy::private_email& address)
{
    if (!url_holds_address(url, address))
        return;
    url.erase(std::min(url.find_first_of("?#"), url.size()));
    if (url_holds_address(url, address))
        url = origin_of(url) + '/';
}

}  // namespace rejoinder::intake
