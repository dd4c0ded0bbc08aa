#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/model/ban.hpp"
#include "server/routes/services.hpp"

#include <nlohmann/json_fwd.hpp>

namespace rejoinder::routes {

nlohmann::json ban_json(const model::ban& ban);

/// POST /api/v1/desk/authors/{author}/bans: shuts the author out of a story, a site or all.
awaitable<http::response> desk_ban_author(http::request request, const services& use);

/// DELETE /api/v1/desk/bans/{ban}: lifts a ban.
awaitable<http::response> desk_lift_ban(http::request request, const services& use);

}  // namespace rejoinder::routes
