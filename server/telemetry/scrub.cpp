#include "server/telemetry/scrub.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <cstddef>
#include <utility>

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

bool is_domain_start(std::string_view word, std::size_t i) noexcept
{
    return i < word.size() &&
           (is_alphanumeric(word[i]) || static_cast<unsigned char>(word[i]) > 127);
}

/// Also the "%40" of a logged URL.
bool is_email(std::string_view word) noexcept
{
    for (std::size_t i = 1; i < word.size(); ++i)
        if ((word[i] == '@' && is_domain_start(word, i + 1)) ||
            (word.substr(i, 3) == "%40" && is_domain_start(word, i + 3)))
            return true;
    return false;
}

bool is_ip_character(char c) noexcept
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '.' ||
           c == ':';
}

enum class ip { none, of_this_machine, of_a_reader };

ip kind_of(std::string_view text)
{
    const auto dots = std::count(text.begin(), text.end(), '.');
    const auto colons = std::count(text.begin(), text.end(), ':');
    const std::string candidate(text);
    in_addr four{};
    in6_addr six{};
    if (dots == 3 && colons == 0 && inet_pton(AF_INET, candidate.c_str(), &four) == 1)
        return text.starts_with("127.") || text == "0.0.0.0" ? ip::of_this_machine
                                                             : ip::of_a_reader;
    if (colons >= 2 && inet_pton(AF_INET6, candidate.c_str(), &six) == 1)
        return text == "::1" || text == "::" ? ip::of_this_machine : ip::of_a_reader;
    return ip::none;
}

/// The longest IP address that begins here, and its kind. It may stand in a URL or behind a name
/// and be followed by a port or the sentence's punctuation: only letters and digits end the search.
std::pair<std::size_t, ip> ip_at(std::string_view word, std::size_t begin)
{
    auto end = begin;
    if (begin > 0 && is_alphanumeric(word[begin - 1]))
        return {begin, ip::none};
    while (end < word.size() && end - begin < ip_bytes_max && is_ip_character(word[end]))
        ++end;
    for (; end > begin; --end) {
        if (end < word.size() && is_alphanumeric(word[end]))
            continue;
        const auto kind = kind_of(word.substr(begin, end - begin));
        if (kind != ip::none)
            return {end, kind};
    }
    return {begin, ip::none};
}

void append_scrubbed(std::string_view word, std::string& out)
{
    if (is_email(word)) {
        out += "[address]";
        return;
    }
    for (std::size_t i = 0; i < word.size();) {
        const auto [end, kind] = ip_at(word, i);
        if (kind == ip::none)
            out += word[i++];
        else
            out += kind == ip::of_a_reader ? std::string_view("[ip]") : word.substr(i, end - i);
        i = std::max(i, end);
    }
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
