#pragma once

#include <chrono>
#include <cstddef>

namespace rejoinder::http {

/// How much of us one client, and all clients together, may take up. The "limits" section of
/// config/rejoinder.json.
struct limits {
    std::size_t header_bytes_max = 8 * 1024;  ///< Beyond it: 431.
    std::size_t body_bytes_max = 64 * 1024;   ///< Beyond it: 413.

    std::chrono::milliseconds header_timeout{10'000};   ///< From a request's first byte: 408.
    std::chrono::milliseconds body_timeout{20'000};     ///< 408.
    std::chrono::milliseconds request_timeout{15'000};  ///< For the handler: 503.
    std::chrono::milliseconds write_timeout{30'000};    ///< Then the connection is cut.
    std::chrono::milliseconds idle_timeout{75'000};     ///< Between requests.

    std::size_t connections_max = 20'000;             ///< Beyond it new ones are closed at once.
    std::size_t connections_per_network_max = 1'000;  ///< Of one /24 or /48; not for proxies.

    std::size_t outbox_messages_max = 256;      ///< A WebSocket further behind is closed.
    std::size_t outbox_bytes_max = 512 * 1024;  ///< Likewise, by bytes.
    std::size_t message_bytes_max = 1024;       ///< Of a message a WebSocket client sends.
    std::chrono::milliseconds websocket_idle_timeout{60'000};  ///< A ping goes out at half of it.
};

}  // namespace rejoinder::http
