#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// PUT /api/v1/desk/settings: how the desk looks to the moderator who is signed in, wherever they
/// sign in next.
awaitable<http::response> desk_keep_settings(http::request request, const services& use);

}  // namespace rejoinder::routes
