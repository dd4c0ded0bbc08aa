#pragma once

#include "server/http/handler.hpp"
#include "server/http/request.hpp"
#include "server/http/websocket.hpp"

#include <optional>

namespace rejoinder::http {

/// Runs a handler. What it throws becomes 500, or 503 where Redis or the storage is away; the cause
/// goes to the log and nowhere else.
awaitable<response> answer_with(const handler& handle, request asked);

/// The same for a WebSocket's handler: nothing when the socket has run to its end.
awaitable<std::optional<response>> run_upgraded(
    const websocket_handler& handle,
    request asked,
    websocket& socket);

}  // namespace rejoinder::http
