#pragma once

#include <string>
#include <string_view>

namespace rejoinder::moderation {

constexpr char lower_ascii(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// A to Z made small; every other byte as it was. For schemes and hosts, not for words.
inline std::string lower_ascii(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        c = lower_ascii(c);
    return lower;
}

}  // namespace rejoinder::moderation
