#pragma once

// Boost 1.81's string_view needs <ostream> before it, and does not include it.
// clang-format off
#include <ostream>
// clang-format on

#include "server/http/limits.hpp"
#include "server/http/traffic_metrics.hpp"
#include "server/http/websocket.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <deque>
#include <memory>
#include <optional>

namespace rejoinder::http {

using upgrade_request = boost::beast::http::request<boost::beast::http::empty_body>;

/// A WebSocket on a connection's socket: a reading coroutine and a bounded outbox that one write at
/// a time empties.
class websocket_session final : public websocket,
                                public std::enable_shared_from_this<websocket_session> {
public:
    /// The socket, the limits and the metrics outlive the session's run().
    websocket_session(
        net::ip::tcp::socket& socket,
        upgrade_request asked,
        const limits& bounds,
        traffic_metrics& traffic);

    void on_message(std::function<void(std::string_view)> receive) override;
    awaitable<void> run() override;
    void send(std::shared_ptr<const std::string> text) override;
    void close(close_code code, std::string_view reason) override;

    /// Ends it without a closing handshake.
    void cut();

private:
    awaitable<void> read_all();
    void write_next();
    void begin_close();

    net::ip::tcp::socket& socket_;
    boost::beast::websocket::stream<net::ip::tcp::socket&> stream_;
    upgrade_request asked_;
    const limits& bounds_;
    traffic_metrics& traffic_;
    std::function<void(std::string_view)> receive_;
    std::deque<std::shared_ptr<const std::string>> outbox_;
    std::size_t outbox_bytes_ = 0;
    std::optional<boost::beast::websocket::close_reason> closing_;
    net::steady_timer grace_;
    bool accepted_ = false;
    bool busy_ = false;  ///< A write or the closing handshake is under way.
    bool ended_ = false;
};

}  // namespace rejoinder::http
