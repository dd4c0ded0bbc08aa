#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// PUT /api/v1/desk/claims/{comment}: tells the others that one has it open, for a minute.
awaitable<http::response> desk_claim(http::request request, const services& use);

/// DELETE /api/v1/desk/claims/{comment}
awaitable<http::response> desk_release(http::request request, const services& use);

}  // namespace rejoinder::routes
