#include "server/http/request.hpp"

#include <algorithm>
#include <stdexcept>

namespace rejoinder::http {

namespace {

// Letters, digits and what IPv6 literals and ports need: a Host that may be repeated in a URL.
bool is_host(std::string_view text) noexcept
{
    constexpr std::size_t host_bytes_max = 255;
    return !text.empty() && text.size() <= host_bytes_max &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '.' || c == '-' || c == ':' || c == '[' || c == ']' || c == '_';
           });
}

}  // namespace

const std::string& request::path(std::string_view name) const
{
    for (const auto& [key, value] : path_parameters)
        if (key == name)
            return value;
    throw std::logic_error("the route has no parameter " + std::string(name));
}

std::optional<std::string_view> request::query(std::string_view name) const
{
    for (const auto& [key, value] : target.query)
        if (key == name)
            return value;
    return std::nullopt;
}

std::vector<std::string_view> request::query_all(std::string_view name) const
{
    std::vector<std::string_view> values;
    for (const auto& [key, value] : target.query)
        if (key == name)
            values.emplace_back(value);
    return values;
}

std::string request::content_type() const
{
    const auto value = header("Content-Type");
    std::string type(trim_blanks(value.substr(0, value.find(';'))));
    std::transform(type.begin(), type.end(), type.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return type;
}

std::optional<std::string_view> request::bearer_token() const
{
    constexpr std::string_view scheme = "Bearer ";
    const auto value = header("Authorization");
    if (value.size() <= scheme.size() || !same_token(value.substr(0, scheme.size()), scheme))
        return std::nullopt;
    return trim_blanks(value.substr(scheme.size()));
}

std::optional<std::string_view> request::cookie(std::string_view name) const
{
    for (const auto& field : headers) {
        if (!same_token(field.name, "Cookie"))
            continue;
        std::string_view left = field.value;
        while (!left.empty()) {
            const auto end = left.find(';');
            const auto pair = trim_blanks(left.substr(0, end));
            left = end == std::string_view::npos ? std::string_view() : left.substr(end + 1);
            const auto equals = pair.find('=');
            if (equals != std::string_view::npos && pair.substr(0, equals) == name)
                return pair.substr(equals + 1);
        }
    }
    return std::nullopt;
}

std::string request::own_origin() const
{
    const auto host = header("Host");
    if (!is_host(host))
        return {};
    return std::string(is_tls ? "https://" : "http://").append(host);
}

}  // namespace rejoinder::http
