#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// /api/v1/desk/sessions of the moderator who is signed in: GET lists them, DELETE ends all but the
/// current one, DELETE …/{session} ends one.
awaitable<http::response> desk_list_sessions(http::request request, const services& use);
awaitable<http::response> desk_end_sessions(http::request request, const services& use);
awaitable<http::response> desk_end_session(http::request request, const services& use);

/// PUT /api/v1/desk/password: a new one for the old one; other sessions end.
awaitable<http::response> desk_change_password(http::request request, const services& use);

}  // namespace rejoinder::routes
