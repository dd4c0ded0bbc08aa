#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// POST /api/v1/comments/{comment}/reports: a reader complains about a published comment. Enough of
/// it, and the comment waits for a moderator.
awaitable<http::response> report_comment(http::request request, const services& use);

}  // namespace rejoinder::routes
