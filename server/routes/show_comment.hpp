#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// GET /api/v1/comments/{comment}: one published comment in its context; its author, by the author
/// token, sees it in any state, also while it still waits in the queue.
awaitable<http::response> show_comment(http::request request, const services& use);

}  // namespace rejoinder::routes
