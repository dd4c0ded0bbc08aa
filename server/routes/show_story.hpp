#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// GET …/stories/{story}: open or closed, count, what the form requires, a signed form token.
awaitable<http::response> show_story(http::request request, const services& use);

/// GET /api/v1/sites/{site}/counts?story=a&story=b: comment counts for list pages.
awaitable<http::response> show_counts(http::request request, const services& use);

}  // namespace rejoinder::routes
