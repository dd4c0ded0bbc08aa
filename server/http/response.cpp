#include "server/http/response.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace rejoinder::http {

response::response(status code_, std::string_view content_type, std::string body_)
    : code(code_),
      body(std::move(body_))
{
    headers.add("Content-Type", std::string(content_type));
}

response&& response::with(std::string name, std::string value) &&
{
    headers.set(std::move(name), std::move(value));
    return std::move(*this);
}

response json_response(status code, const nlohmann::json& value)
{
    // Text from outside is validated long before; should a byte have slipped through, a replacement
    // character serves the reader better than an exception.
    constexpr int compact = -1;
    auto text = value.dump(compact, ' ', false, nlohmann::json::error_handler_t::replace);
    return response(code, "application/json", std::move(text)).with("Cache-Control", "no-store");
}

response empty_response(status code)
{
    return response(code).with("Cache-Control", "no-store");
}

response html_response(status code, std::string html, std::string content_security_policy)
{
    return response(code, "text/html; charset=utf-8", std::move(html))
        .with("Content-Security-Policy", std::move(content_security_policy));
}

response redirect_response(std::string location)
{
    return response(status::see_other)
        .with("Location", std::move(location))
        .with("Cache-Control", "no-store");
}

}  // namespace rejoinder::http
