#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace rejoinder::moderation {

constexpr char lower_ascii(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Whether all bytes are ASCII. Eight at a time: it is asked of every text, to save a closer look.
inline bool is_ascii(std::string_view text)
{
    std::uint64_t seen = 0;
    std::size_t at = 0;
    for (; at + sizeof seen <= text.size(); at += sizeof seen) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, sizeof eight);
        seen |= eight;
    }
    for (; at < text.size(); ++at)
        seen |= static_cast<unsigned char>(text[at]);
    return (seen & 0x8080808080808080) == 0;
}

/// Some of the bytes, of which one look at a table tells each: what `find_first_of` compares with
/// one after the other.
class byte_set {
public:
    constexpr explicit byte_set(std::string_view bytes)
    {
        for (const char each : bytes)
            has_[static_cast<unsigned char>(each)] = true;
    }

    constexpr bool contains(char byte) const { return has_[static_cast<unsigned char>(byte)]; }

    /// The first place of one of them, from `at` on; the size of the text when there is none.
    constexpr std::size_t find_in(std::string_view text, std::size_t at = 0) const
    {
        while (at < text.size() && !contains(text[at]))
            ++at;
        return at;
    }

    constexpr bool is_any_in(std::string_view text) const { return find_in(text) < text.size(); }

private:
    std::array<bool, 0x100> has_{};
};

/// Without blanks at both ends.
inline std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
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
