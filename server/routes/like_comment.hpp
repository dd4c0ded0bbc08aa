#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// POST /api/v1/comments/{comment}/likes: a reader likes a published comment. The reader is a
/// random word made on the device, of which only a keyed hash with the comment is kept.
awaitable<http::response> like_comment(http::request request, const services& use);

/// DELETE of the same: no longer.
awaitable<http::response> unlike_comment(http::request request, const services& use);

}  // namespace rejoinder::routes
