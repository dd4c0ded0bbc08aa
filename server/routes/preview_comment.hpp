#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// POST …/stories/{story}/preview {"text"}: the HTML that a comment of that text would be shown as.
/// Keeps nothing, asks no filter; a client may ask only so often.
awaitable<http::response> preview_comment(http::request request, const services& use);

}  // namespace rejoinder::routes
