#pragma once

#include "server/async/net.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace rejoinder::http {

/// Close codes we send (RFC 6455, 7.4.1 and the IANA registry).
enum class close_code : std::uint16_t {
    going_away = 1001,        ///< The server shuts down; come back elsewhere or later.
    invalid_text = 1007,      ///< A text message that is not UTF-8.
    policy_violation = 1008,  ///< Signed out, or no longer allowed.
    try_again_later =
        1013,  ///< Too slow to follow, with the reason "resync": fetch anew, reconnect.
};

/// One WebSocket, as its handler sees it. All of it is used on the connection's own core.
///
/// A handler subscribes the socket to what it should hear, then awaits run(), then unsubscribes;
/// send() may be called from before run() until the handler ends.
///
///     auto unsubscribe = …;          // A guard: run() may end by cancellation.
///     co_await socket.run();
///     co_return std::nullopt;
class websocket {
public:
    virtual ~websocket() = default;

    /// Called with each text message of the client; without one, messages are ignored.
    virtual void on_message(std::function<void(std::string_view)> receive) = 0;

    /// Accepts the upgrade, then reads and writes until either side closes or the server stops.
    /// Returns normally in all of these cases.
    virtual awaitable<void> run() = 0;

    /// Queues a text message; the bytes are shared, not copied. A socket whose outbox is full is
    /// too slow: what waits is dropped and it is closed with try_again_later. After that, or when
    /// it is closed already, nothing happens.
    virtual void send(std::shared_ptr<const std::string> text) = 0;

    /// Closes after what was sent before. `reason` is at most 123 bytes.
    virtual void close(close_code code, std::string_view reason) = 0;
};

}  // namespace rejoinder::http
