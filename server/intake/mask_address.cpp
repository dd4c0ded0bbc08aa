#include "server/intake/mask_address.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace rejoinder::intake {

namespace {

constexpr std::string_view mask = "[address removed]";

/// How an "@" is commonly written.
constexpr std::array<std::string_view, 6> at_signs = {"@", "%40", "(at)", "[at]", " at ", "&#64;"};

char lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool replace_all(std::string& text, std::string_view wanted)
{
    bool found = false;
    auto from = text.begin();
    for (;;) {
        const auto at =
            std::search(from, text.end(), wanted.begin(), wanted.end(), [](char a, char b) {
                return lower(a) == lower(b);
            });
        if (at == text.end())
            return found;
        found = true;
        const auto offset = static_cast<std::size_t>(at - text.begin());
        text.replace(offset, wanted.size(), mask);
        from = text.begin() + static_cast<std::ptrdiff_t>(offset + mask.size());
    }
}

}  // namespace

bool mask_address(std::string& text, const privacy::private_email& address)
{
    const auto revealed = address.reveal_private_address();
    const auto split = revealed.rfind('@');
    if (split == std::string_view::npos)
        return false;
    bool found = false;
    for (const auto at : at_signs) {
        std::string written(revealed.substr(0, split));
        written.append(at).append(revealed.substr(split + 1));
        found = replace_all(text, written) || found;
        sodium_memzero(written.data(), written.size());
    }
    return found;
}

}  // namespace rejoinder::intake
