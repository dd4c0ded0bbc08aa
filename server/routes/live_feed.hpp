#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/http/websocket.hpp"
#include "server/routes/services.hpp"

#include <optional>

namespace rejoinder::routes {

/// WS …/stories/{story}/live?since=: what happens to a story's published comments.
awaitable<std::optional<http::response>> story_feed(
    http::request request,
    http::websocket& socket,
    const services& use);

/// WS /api/v1/desk/live?since=: every change of every comment, for moderators.
awaitable<std::optional<http::response>> desk_feed(
    http::request request,
    http::websocket& socket,
    const services& use);

}  // namespace rejoinder::routes
