#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace rejoinder::http {

class websocket;

/// Answers one request. Refusals leave as error_response(); an exception leaves as 500, with its
/// cause in the log only. Cancelled when it takes longer than limits::request_timeout.
using handler = std::function<awaitable<response>(request)>;

/// Answers a request to become a WebSocket: with a response that refuses it, or by running the
/// socket to its end (see websocket.hpp) and returning nothing. The socket belongs to the session
/// and is there until the coroutine ends.
using websocket_handler = std::function<awaitable<std::optional<response>>(request, websocket&)>;

}  // namespace rejoinder::http
