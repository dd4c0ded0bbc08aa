#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// POST /api/v1/desk/invitations and DELETE …/{invitation}, for admins of all sites.
awaitable<http::response> desk_invite(http::request request, const services& use);
awaitable<http::response> desk_revoke_invitation(http::request request, const services& use);

/// POST …/invitation: what the holder of the token is invited to.
awaitable<http::response> desk_show_invitation(http::request request, const services& use);

/// POST …/invitation/acceptance: makes the account and signs in.
awaitable<http::response> desk_accept_invitation(http::request request, const services& use);

}  // namespace rejoinder::routes
