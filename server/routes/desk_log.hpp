#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// GET /api/v1/desk/events: the audit log, newest first, as JSON page by page or as CSV.
awaitable<http::response> desk_list_events(http::request request, const services& use);

}  // namespace rejoinder::routes
