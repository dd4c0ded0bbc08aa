#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// /api/v1/desk/two-factor of the moderator who is signed in. POST proposes a secret, PUT puts it
/// in force with a code that proves it, DELETE takes it off with the password.
awaitable<http::response> desk_propose_two_factor(http::request request, const services& use);
awaitable<http::response> desk_confirm_two_factor(http::request request, const services& use);
awaitable<http::response> desk_drop_two_factor(http::request request, const services& use);

}  // namespace rejoinder::routes
