#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// GET /api/v1/desk/statistics: what came, what became of it, and how it was decided.
awaitable<http::response> desk_show_statistics(http::request request, const services& use);

}  // namespace rejoinder::routes
