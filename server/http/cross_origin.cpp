#include "server/http/cross_origin.hpp"

#include <algorithm>
#include <stdexcept>

namespace rejoinder::http {

namespace {

constexpr std::string_view exposed_headers = "ETag, Retry-After";
constexpr std::string_view sent_headers = "Authorization, Content-Type, Idempotency-Key";
constexpr std::string_view preflight_seconds = "600";

bool is_origin(std::string_view text) noexcept
{
    const auto scheme = text.find("://");
    if (scheme == std::string_view::npos)
        return false;
    const auto name = text.substr(0, scheme);
    const auto host = text.substr(scheme + 3);
    // What browsers send is lower case and ASCII, and ends with the host or the port.
    return (name == "https" || name == "http") && !host.empty() &&
           std::all_of(host.begin(), host.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
                      c == ':' || c == '[' || c == ']' || c == '_';
           });
}

}  // namespace

allowed_origins::allowed_origins(std::vector<std::string> origins)
{
    for (auto& origin : origins) {
        if (!is_origin(origin))
            throw std::invalid_argument("\"" + origin + "\" is not an origin (https://host)");
        auto lines = "Access-Control-Allow-Origin: " + origin +
                     "\r\nAccess-Control-Expose-Headers: " + std::string(exposed_headers) + "\r\n";
        origins_.push_back({std::move(origin), std::move(lines)});
    }
}

bool allowed_origins::contains(std::string_view origin) const noexcept
{
    return !lines_for(origin).empty();
}

std::string_view allowed_origins::lines_for(std::string_view origin) const noexcept
{
    for (const auto& candidate : origins_)
        if (candidate.origin == origin)
            return candidate.lines;
    return {};
}

header_list cross_origin_headers(const allowed_origins& allowed, std::string_view origin)
{
    header_list headers;
    headers.add("Vary", "Origin");
    if (allowed.contains(origin)) {
        headers.add("Access-Control-Allow-Origin", std::string(origin));
        headers.add("Access-Control-Expose-Headers", std::string(exposed_headers));
    }
    return headers;
}

response preflight_response(
    const allowed_origins& allowed,
    std::string_view origin,
    std::span<const verb> methods)
{
    response answer(status::no_content);
    answer.headers.add("Vary", "Origin");
    if (!allowed.contains(origin))
        return answer;

    std::string listed;
    for (const auto method : methods) {
        if (!listed.empty())
            listed += ", ";
        listed += name_of(method);
    }
    answer.headers.add("Access-Control-Allow-Origin", std::string(origin));
    answer.headers.add("Access-Control-Allow-Methods", std::move(listed));
    answer.headers.add("Access-Control-Allow-Headers", std::string(sent_headers));
    answer.headers.add("Access-Control-Max-Age", std::string(preflight_seconds));
    return answer;
}

}  // namespace rejoinder::http
