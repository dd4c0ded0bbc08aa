#include "server/http/request_target.hpp"

#include "moderation/text/utf8.hpp"

#include <algorithm>

namespace rejoinder::http {

namespace {

enum class plus_sign { literal, space };
enum class controls { refused, allowed };

int hex_digit(char c) noexcept
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool is_acceptable(std::string_view text, controls control)
{
    constexpr char32_t replacement = 0xFFFD;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = moderation::next_code_point(text, at);
        if (c == replacement && text.substr(begin, at - begin) != "\xEF\xBF\xBD")
            return false;  // Not UTF-8.
        if (c == 0)
            return false;
        if (control == controls::refused && (c < 0x20 || (c >= 0x7F && c < 0xA0)))
            return false;
    }
    return true;
}

std::optional<std::string> decode(std::string_view text, plus_sign plus, controls control)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            const int high = i + 1 < text.size() ? hex_digit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            decoded.push_back(static_cast<char>(high * 16 + low));
            i += 2;
        } else if (text[i] == '+' && plus == plus_sign::space) {
            decoded.push_back(' ');
        } else {
            decoded.push_back(text[i]);
        }
    }
    if (!is_acceptable(decoded, control))
        return std::nullopt;
    return decoded;
}

std::optional<std::vector<std::pair<std::string, std::string>>> decode_pairs(
    std::string_view text,
    controls control)
{
    std::vector<std::pair<std::string, std::string>> pairs;
    while (!text.empty()) {
        const auto end = text.find('&');
        const auto pair = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (pair.empty())
            continue;
        if (pairs.size() == request_target::parameters_max)
            return std::nullopt;

        const auto equals = pair.find('=');
        auto name = decode(pair.substr(0, equals), plus_sign::space, control);
        auto value = equals == std::string_view::npos
                         ? std::optional<std::string>(std::in_place)
                         : decode(pair.substr(equals + 1), plus_sign::space, control);
        if (!name || !value)
            return std::nullopt;
        pairs.emplace_back(*std::move(name), *std::move(value));
    }
    return pairs;
}

// "http://host/path" becomes "/path": RFC 9112, 3.2.2 has servers accept it.
std::string_view strip_authority(std::string_view target)
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme))
            continue;
        const auto path = target.find_first_of("/?", scheme.size());
        if (path == std::string_view::npos)
            return "/";
        return target[path] == '/' ? target.substr(path) : std::string_view();
    }
    return target;
}

}  // namespace

std::optional<request_target> parse_target(std::string_view target)
{
    target = strip_authority(target);
    if (!target.starts_with('/'))
        return std::nullopt;

    // A fragment is never sent by a correct client; what follows it is not for us.
    target = target.substr(0, target.find('#'));
    const auto question = target.find('?');

    request_target parsed;
    auto path = target.substr(1, question == std::string_view::npos ? question : question - 1);
    for (;;) {
        if (parsed.segments.size() == request_target::segments_max)
            return std::nullopt;
        const auto slash = path.find('/');
        auto segment = decode(path.substr(0, slash), plus_sign::literal, controls::refused);
        if (!segment)
            return std::nullopt;
        parsed.segments.push_back(*std::move(segment));
        if (slash == std::string_view::npos)
            break;
        path.remove_prefix(slash + 1);
    }

    if (question != std::string_view::npos) {
        auto query = decode_pairs(target.substr(question + 1), controls::refused);
        if (!query)
            return std::nullopt;
        parsed.query = *std::move(query);
    }
    return parsed;
}

std::optional<std::vector<std::pair<std::string, std::string>>> parse_form(std::string_view text)
{
    return decode_pairs(text, controls::allowed);
}

}  // namespace rejoinder::http
