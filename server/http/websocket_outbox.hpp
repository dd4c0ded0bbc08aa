#pragma once

#include "server/async/net.hpp"
#include "server/http/connection_socket.hpp"
#include "server/http/websocket_frame.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace rejoinder::http {

/// The socket of a WebSocket and what waits to be written to it: our messages and Beast's own
/// frames in one order. One write at a time takes everything that waits, as it lies, in one system
/// call. Belongs to the connection's core.
///
/// Shared, because a write that is under way keeps it alive.
class websocket_outbox : public std::enable_shared_from_this<websocket_outbox> {
public:
    explicit websocket_outbox(connection_socket socket);

    connection_socket& socket() noexcept { return socket_; }

    /// Nothing is written before; what Beast answers to the upgrade goes first then.
    void open();

    void push(websocket_frame frame);

    /// What Beast writes: the answer to the upgrade, a pong, a ping, its close frame.
    void push_from_beast(std::string bytes);

    /// Forgets what waits, except what a write under way has taken.
    void drop_waiting() noexcept;

    /// After what waits now, nothing more is taken.
    void finish() noexcept { finished_ = true; }
    bool is_finished() const noexcept { return finished_; }

    std::size_t waiting_messages() const noexcept { return waiting_.size(); }
    std::size_t waiting_bytes() const noexcept { return waiting_bytes_; }

    /// Returns when everything is written or the socket is closed.
    static awaitable<void> wait_until_written(std::shared_ptr<websocket_outbox> self);

    void cut() noexcept;

private:
    void write();
    void written(bool failed);

    connection_socket socket_;
    boost::asio::steady_timer idle_;  ///< Cancelled when there is nothing more to write.
    std::string handshake_;
    std::vector<websocket_frame> waiting_;
    std::vector<websocket_frame> in_flight_;
    std::vector<boost::asio::const_buffer> buffers_;
    std::size_t waiting_bytes_ = 0;
    bool open_ = false;
    bool finished_ = false;
    bool writing_ = false;
};

}  // namespace rejoinder::http
