#pragma once

#include "server/http/request.hpp"
#include "server/model/result.hpp"

#include <nlohmann/json_fwd.hpp>

namespace rejoinder::routes {

/// Reads the body, an object of JSON. Refuses other types.
model::result<void> read_json(const http::request& request, nlohmann::json& body);

/// The same of a request that needs no session, and so no CSRF token: that it is JSON, and that no
/// page of another origin sent it, keeps such pages from signing somebody in.
model::result<void> read_own_json(const http::request& request, nlohmann::json& body);

}  // namespace rejoinder::routes
