#pragma once

#include "server/http/connection_socket.hpp"
#include "server/http/websocket_outbox.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/system/error_code.hpp>

#include <cstddef>
#include <memory>
#include <utility>

namespace rejoinder::http {

/// What Beast's WebSocket runs on: it reads from the socket and writes into the outbox. That is how
/// Beast's pings, pongs and closes take their turn among messages it knows nothing of, which are
/// framed once and written without it.
class websocket_stream {
public:
    using executor_type = connection_socket::executor_type;

    /// `leftover` are bytes that arrived behind the upgrade request.
    websocket_stream(std::shared_ptr<websocket_outbox> out, boost::beast::flat_buffer leftover)
        : out_(std::move(out)),
          leftover_(std::move(leftover))
    {
    }

    executor_type get_executor() noexcept { return out_->socket().get_executor(); }

    template <class Buffers, class Token>
    auto async_read_some(const Buffers& buffers, Token&& token)
    {
        return boost::asio::async_initiate<Token, signature>(
            [this](auto done, const Buffers& into) {
                if (leftover_.size() == 0) {
                    out_->socket().async_read_some(into, std::move(done));
                    return;
                }
                const auto copied = boost::asio::buffer_copy(into, leftover_.data());
                leftover_.consume(copied);
                complete(std::move(done), copied);
            },
            token,
            buffers);
    }

    /// Takes the bytes; they count as written.
    template <class Buffers, class Token>
    auto async_write_some(const Buffers& buffers, Token&& token)
    {
        return boost::asio::async_initiate<Token, signature>(
            [this](auto done, const Buffers& from) {
                auto bytes = boost::beast::buffers_to_string(from);
                const auto size = bytes.size();
                out_->push_from_beast(std::move(bytes));
                complete(std::move(done), size);
            },
            token,
            buffers);
    }

    void cut() noexcept { out_->cut(); }

private:
    using signature = void(boost::system::error_code, std::size_t);

    template <class Handler>
    void complete(Handler done, std::size_t bytes)
    {
        boost::asio::post(
            get_executor(),
            boost::beast::bind_front_handler(std::move(done), boost::system::error_code(), bytes));
    }

    std::shared_ptr<websocket_outbox> out_;
    boost::beast::flat_buffer leftover_;
};

// Beast finds these three by argument-dependent look-up. The end of the connection is for
// websocket_session to bring about, when the outbox is written.

inline void teardown(boost::beast::role_type, websocket_stream&, boost::system::error_code& failure)
{
    failure = {};
}

template <class Handler>
void async_teardown(boost::beast::role_type, websocket_stream& stream, Handler&& done)
{
    boost::asio::post(
        stream.get_executor(),
        boost::beast::bind_front_handler(std::forward<Handler>(done), boost::system::error_code()));
}

inline void beast_close_socket(websocket_stream& stream)
{
    stream.cut();
}

}  // namespace rejoinder::http
