#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/desk_access.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// POST /api/v1/desk/session: signs in and sets the cookie.
awaitable<http::response> desk_sign_in(http::request request, const services& use);

/// GET: who is signed in. DELETE: signs out.
awaitable<http::response> desk_show_session(http::request request, const services& use);
awaitable<http::response> desk_sign_out(http::request request, const services& use);

/// Begins a session of a moderator who has proved to be one, and says so with its cookie. Its token
/// is fresh: whatever cookie was brought along is not looked at.
awaitable<http::response> begin_session(
    const http::request& request,
    const services& use,
    model::moderator who);

}  // namespace rejoinder::routes
