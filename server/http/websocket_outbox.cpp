#include "server/http/websocket_outbox.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <span>
#include <utility>

namespace rejoinder::http {

websocket_outbox::websocket_outbox(connection_socket socket)
    : socket_(std::move(socket)),
      idle_(socket_.get_executor(), boost::asio::steady_timer::time_point::max())
{
}

void websocket_outbox::open()
{
    open_ = true;
    if (!handshake_.empty()) {
        waiting_bytes_ += handshake_.size();
        waiting_.insert(waiting_.begin(), websocket_frame::raw(std::move(handshake_)));
    }
    write();
}

void websocket_outbox::push(websocket_frame frame)
{
    if (finished_ || !socket_.is_open())
        return;
    waiting_bytes_ += frame.size();
    waiting_.push_back(std::move(frame));
    write();
}

void websocket_outbox::push_from_beast(std::string bytes)
{
    if (!open_) {
        handshake_ += bytes;
        return;
    }
    const bool last = is_close_frame(bytes);
    push(websocket_frame::raw(std::move(bytes)));
    if (last)
        finish();
}

void websocket_outbox::drop_waiting() noexcept
{
    waiting_.clear();
    waiting_bytes_ = 0;
}

void websocket_outbox::write()
{
    if (!open_ || writing_ || waiting_.empty())
        return;
    in_flight_.swap(waiting_);
    waiting_bytes_ = 0;
    buffers_.clear();
    for (const auto& frame : in_flight_) {
        if (!frame.header().empty())
            buffers_.emplace_back(frame.header().data(), frame.header().size());
        buffers_.emplace_back(frame.payload().data(), frame.payload().size());
    }
    writing_ = true;
    boost::asio::async_write(
        socket_,
        std::span<const boost::asio::const_buffer>(buffers_),
        [self = shared_from_this()](const boost::system::error_code& failure, std::size_t) {
            self->written(failure.failed());
        });
}

void websocket_outbox::written(bool failed)
{
    writing_ = false;
    in_flight_.clear();
    if (failed) {
        drop_waiting();
        cut();
    }
    write();
    if (!writing_)
        idle_.cancel();
}

awaitable<void> websocket_outbox::wait_until_written(std::shared_ptr<websocket_outbox> self)
{
    while (self->writing_)
        co_await self->idle_.async_wait(net::as_tuple(net::use_awaitable));
}

void websocket_outbox::cut() noexcept
{
    finished_ = true;
    boost::system::error_code ignored;
    socket_.close(ignored);
}

}  // namespace rejoinder::http
