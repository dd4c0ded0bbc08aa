#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// GET /api/v1/desk/users: accounts and standing invitations, for admins of all sites.
awaitable<http::response> desk_list_users(http::request request, const services& use);

/// PATCH …/users/{user}: role, sites, access; takes a second factor off that was lost.
awaitable<http::response> desk_change_user(http::request request, const services& use);

}  // namespace rejoinder::routes
