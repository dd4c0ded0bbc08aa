#include "server/routes/json_body.hpp"

#include <nlohmann/json.hpp>

namespace rejoinder::routes {

model::result<void> read_json(const http::request& request, nlohmann::json& body)
{
    if (request.content_type() != "application/json")
        return model::refusal(model::error::unsupported_media_type);
    body = nlohmann::json::parse(request.body, nullptr, false);
    if (!body.is_object())
        return model::refusal(model::error::invalid_request);
    return {};
}

model::result<void> read_own_json(const http::request& request, nlohmann::json& body)
{
    const auto origin = request.header("Origin");
    if (request.content_type() == "application/json" && !origin.empty() &&
        origin != request.own_origin())
        return model::refusal(model::error::origin_not_allowed);
    return read_json(request, body);
}

}  // namespace rejoinder::routes
