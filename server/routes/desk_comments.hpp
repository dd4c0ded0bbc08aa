#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// GET /api/v1/desk/comments: the review queue, or any other state, filtered.
awaitable<http::response> desk_list_comments(http::request request, const services& use);

/// GET /api/v1/desk/comments/{comment}: one comment with its history.
awaitable<http::response> desk_show_comment(http::request request, const services& use);

}  // namespace rejoinder::routes
