#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// GET and POST /api/v1/desk/tokens, DELETE …/{token}: of the moderator who is signed in.
awaitable<http::response> desk_list_tokens(http::request request, const services& use);
awaitable<http::response> desk_make_token(http::request request, const services& use);
awaitable<http::response> desk_revoke_token(http::request request, const services& use);

}  // namespace rejoinder::routes
