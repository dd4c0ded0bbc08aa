#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace rejoinder::http {

class request_head;
class websocket;

/// Answers one request. Refusals leave as error_response(); an exception leaves as 500, with its
/// cause in the log only. Cancelled when it takes longer than limits::request_timeout.
using handler = std::function<awaitable<response>(request)>;

/// Answers a request to become a WebSocket: with a response that refuses it, or by running the
/// socket to its end (see websocket.hpp) and returning nothing. The socket belongs to the session
/// and is there until the coroutine ends.
using websocket_handler = std::function<awaitable<std::optional<response>>(request, websocket&)>;

/// The answer of the fast path: a prepared block, and extra header lines that are slipped in (each
/// ends with CRLF, may be empty). The lines must live as long as the server.
struct fast_answer {
    shared_prepared block;  ///< Null: the request takes the ordinary way.
    std::string_view extra_lines;
};

/// Looks at every GET and HEAD before it is routed or even taken apart. Runs on the connection's
/// core, must not block and should not allocate.
using fast_path = std::function<fast_answer(const request_head&)>;

}  // namespace rejoinder::http
