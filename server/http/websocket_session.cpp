#include "server/http/websocket_session.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <utility>

namespace rejoinder::http {

namespace {

namespace ws = boost::beast::websocket;
using boost::system::error_code;

/// How long the other side may take for the closing handshake.
constexpr std::chrono::milliseconds close_grace{2'000};

}  // namespace

websocket_session::websocket_session(
    net::ip::tcp::socket& socket,
    upgrade_request asked,
    const limits& bounds,
    traffic_metrics& traffic)
    : socket_(socket),
      stream_(socket),
      asked_(std::move(asked)),
      bounds_(bounds),
      traffic_(traffic),
      grace_(socket.get_executor())
{
    ws::stream_base::timeout timeouts{};
    timeouts.handshake_timeout = bounds_.header_timeout;
    timeouts.idle_timeout = bounds_.websocket_idle_timeout;
    timeouts.keep_alive_pings = true;
    stream_.set_option(timeouts);
    stream_.read_message_max(bounds_.message_bytes_max);
    stream_.text(true);
}

void websocket_session::on_message(std::function<void(std::string_view)> receive)
{
    receive_ = std::move(receive);
}

awaitable<void> websocket_session::run()
{
    const auto self = shared_from_this();
    const auto [failure] = co_await stream_.async_accept(asked_, net::as_tuple(net::use_awaitable));
    if (failure)
        co_return;
    traffic_.websocket_opened();
    accepted_ = true;
    write_next();
    co_await read_all();
    ended_ = true;
    cut();
    // The stream must not go while one of its operations is under way.
    while (busy_) {
        grace_.expires_after(std::chrono::milliseconds(5));
        co_await grace_.async_wait(net::as_tuple(net::use_awaitable));
    }
    grace_.cancel();
    traffic_.websocket_closed();
}

awaitable<void> websocket_session::read_all()
{
    boost::beast::flat_buffer buffer;
    for (;;) {
        const auto [failure, bytes] =
            co_await stream_.async_read(buffer, net::as_tuple(net::use_awaitable));
        if (failure)
            co_return;
        if (receive_)
            receive_({static_cast<const char*>(buffer.data().data()), bytes});
        buffer.consume(buffer.size());
    }
}

void websocket_session::send(std::shared_ptr<const std::string> text)
{
    if (ended_ || closing_)
        return;
    outbox_bytes_ += text->size();
    outbox_.push_back(std::move(text));
    if (outbox_.size() > bounds_.outbox_messages_max || outbox_bytes_ > bounds_.outbox_bytes_max) {
        traffic_.websocket_too_slow();
        outbox_.erase(outbox_.begin() + (busy_ ? 1 : 0), outbox_.end());
        outbox_bytes_ = outbox_.empty() ? 0 : outbox_.front()->size();
        close(close_code::try_again_later, "resync");
        return;
    }
    write_next();
}

void websocket_session::close(close_code code, std::string_view reason)
{
    if (ended_ || closing_)
        return;
    closing_.emplace();
    closing_->code = static_cast<std::uint16_t>(code);
    reason = reason.substr(0, 123);
    closing_->reason.assign(reason.begin(), reason.end());
    if (!accepted_)
        return cut();
    grace_.expires_after(close_grace);
    grace_.async_wait([self = shared_from_this()](error_code failure) {
        if (!failure && !self->ended_)
            self->cut();
    });
    write_next();
}

void websocket_session::cut()
{
    error_code ignored;
    socket_.close(ignored);
}

void websocket_session::write_next()
{
    if (!accepted_ || busy_ || ended_)
        return;
    if (outbox_.empty()) {
        if (closing_)
            begin_close();
        return;
    }
    busy_ = true;
    const auto next = outbox_.front();
    stream_.async_write(
        net::buffer(*next),
        [self = shared_from_this(), next](error_code failure, std::size_t) {
            self->busy_ = false;
            if (failure)
                return self->cut();
            self->outbox_bytes_ -= next->size();
            self->outbox_.pop_front();
            self->write_next();
        });
}

void websocket_session::begin_close()
{
    busy_ = true;
    stream_.async_close(*closing_, [self = shared_from_this()](error_code) {
        self->busy_ = false;
        self->cut();
    });
}

}  // namespace rejoinder::http
