#pragma once

#include "server/http/handler.hpp"
#include "server/http/request.hpp"
#include "server/http/websocket.hpp"

#include <chrono>
#include <optional>

namespace rejoinder::http {

/// Runs a handler, but not longer than `longest`: then it is cancelled and the answer is 503. What
/// it throws becomes 500, or 503 where Redis or the storage is away; the cause goes to the log and
/// nowhere else. The handler outlives the call.
awaitable<response> answer_with(
    const handler& handle,
    request asked,
    std::chrono::milliseconds longest);

/// The same for a WebSocket's handler, which may take as long as it likes: nothing when the socket
/// has run to its end.
awaitable<std::optional<response>> run_upgraded(
    const websocket_handler& handle,
    request asked,
    websocket& socket);

}  // namespace rejoinder::http
