#pragma once

#include "server/http/limits.hpp"
#include "server/http/request_reader.hpp"
#include "server/http/traffic_metrics.hpp"
#include "server/http/websocket.hpp"
#include "server/http/websocket_stream.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <functional>
#include <memory>

namespace rejoinder::http {

/// A WebSocket on a connection's socket. Beast accepts and reads; what we send is framed once and
/// goes through a bounded outbox.
class websocket_session final : public websocket,
                                public std::enable_shared_from_this<websocket_session> {
public:
    /// `leftover` are bytes behind the upgrade request. Limits and metrics outlive the session.
    websocket_session(
        connection_socket socket,
        boost::beast::flat_buffer leftover,
        upgrade_request asked,
        const limits& bounds,
        traffic_metrics& traffic);

    void on_message(std::function<void(std::string_view)> receive) override;
    awaitable<void> run() override;
    void send(std::shared_ptr<const std::string> text) override;
    void close(close_code code, std::string_view reason) override;

    /// Ends it without a closing handshake.
    void cut() noexcept { out_->cut(); }

    /// Whether run() was called. If not, the connection still speaks HTTP and may have its socket
    /// back.
    bool has_begun() const noexcept { return begun_; }
    connection_socket take_socket() { return std::move(out_->socket()); }

private:
    awaitable<void> read_all();
    awaitable<void> wait_until_gone();
    void cut_after_grace();

    std::shared_ptr<websocket_outbox> out_;
    boost::beast::websocket::stream<websocket_stream, false> stream_;
    upgrade_request asked_;
    const limits& bounds_;
    traffic_metrics& traffic_;
    std::function<void(std::string_view)> receive_;
    boost::asio::steady_timer grace_;
    bool begun_ = false;
};

}  // namespace rejoinder::http
