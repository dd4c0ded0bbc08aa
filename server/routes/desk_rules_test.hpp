#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// POST /api/v1/desk/rules/trials: what the rules in force, a kept version or a draft make of a
/// comment that is not stored.
awaitable<http::response> desk_test_rules(http::request request, const services& use);

}  // namespace rejoinder::routes
