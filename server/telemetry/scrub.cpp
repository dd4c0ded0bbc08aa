#include "server/telemetry/scrub.hpp"

#include <arpa/inet.h>

#include <cstddef>

namespace rejoinder::telemetry {

namespace {

constexpr std::size_t ip_bytes_max = 45;

bool is_alphanumeric(char c) noexcept
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Characters of a word that may be an address: those of domains, of IPs, and of the common local
/// parts. Bytes above 127 count, for internationalised addresses.
bool is_word(char c) noexcept
{
    return is_alphanumeric(c) || static_cast<unsigned char>(c) > 127 ||
           std::string_view("@.-_+:%'!#$&*/=?^`{|}~").find(c) != std::string_view::npos;
}

bool is_email(std::string_view word) noexcept
{
    const auto at = word.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < word.size() &&
           (is_alphanumeric(word[at + 1]) || static_cast<unsigned char>(word[at + 1]) > 127);
}

bool is_reader_ip(std::string_view word)
{
    if (word.size() > ip_bytes_max)
        return false;
    const std::string text(word);
    in_addr four{};
    if (inet_pton(AF_INET, text.c_str(), &four) == 1)
        return !text.starts_with("127.") && text != "0.0.0.0";
    in6_addr six{};
    return inet_pton(AF_INET6, text.c_str(), &six) == 1 && text != "::1" && text != "::";
}

/// An IPv4 address may carry a port, and either may be followed by the sentence's punctuation.
std::string_view without_port(std::string_view word) noexcept
{
    while (!word.empty() && (word.back() == '.' || word.back() == ':'))
        word.remove_suffix(1);
    const auto colon = word.find(':');
    const bool one_colon =
        colon != std::string_view::npos && word.find(':', colon + 1) == word.npos;
    return one_colon ? word.substr(0, colon) : word;
}

void append_scrubbed(std::string_view word, std::string& out)
{
    if (is_email(word)) {
        out += "[address]";
        return;
    }
    const auto bare = without_port(word);
    if (!is_reader_ip(bare)) {
        out += word;
        return;
    }
    out += "[ip]";
    out += word.substr(bare.size());
}

}  // namespace

std::string scrub(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    std::size_t i = 0;
    while (i < text.size()) {
        if (!is_word(text[i])) {
            out += text[i++];
            continue;
        }
        const auto begin = i;
        while (i < text.size() && is_word(text[i]))
            ++i;
        append_scrubbed(text.substr(begin, i - begin), out);
    }
    return out;
}

}  // namespace rejoinder::telemetry
