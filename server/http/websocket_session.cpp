#include "server/http/websocket_session.hpp"

#include "moderation/text/utf8.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/field.hpp>

#include <array>
#include <string_view>
#include <utility>

namespace rejoinder::http {

namespace {

namespace ws = boost::beast::websocket;

/// How long the other side may take for the closing handshake.
constexpr std::chrono::milliseconds close_grace{2'000};

void complete_answer(ws::response_type& answer)
{
    using boost::beast::http::field;
    answer.set(field::server, "Rejoinder");
    if (answer.body().empty())
        return;
    // Why Beast refuses the handshake. We close then, and a client that would keep the connection
    // for its next request has to know.
    answer.set(field::content_type, "text/plain; charset=utf-8");
    answer.set(field::connection, "close");
}

/// Counts a session as open while it lives.
class open_websocket {
public:
    explicit open_websocket(traffic_metrics& traffic)
        : traffic_(traffic)
    {
        traffic_.websocket_opened();
    }
    open_websocket(const open_websocket&) = delete;
    open_websocket& operator=(const open_websocket&) = delete;
    ~open_websocket() { traffic_.websocket_closed(); }

private:
    traffic_metrics& traffic_;
};

/// Beast looks too, but not at what is left unfinished before a last fragment that is empty.
bool is_utf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        if (moderation::next_code_point(text, at) == 0xFFFD &&
            text.substr(begin, at - begin) != "\xEF\xBF\xBD")
            return false;
    }
    return true;
}

}  // namespace

websocket_session::websocket_session(
    connection_socket socket,
    boost::beast::flat_buffer leftover,
    upgrade_request asked,
    const limits& bounds,
    traffic_metrics& traffic)
    : out_(std::make_shared<websocket_outbox>(std::move(socket))),
      stream_(websocket_stream(out_, std::move(leftover))),
      asked_(std::move(asked)),
      bounds_(bounds),
      traffic_(traffic),
      grace_(out_->socket().get_executor())
{
    ws::stream_base::timeout timeouts{};
    timeouts.handshake_timeout = bounds_.header_timeout;
    timeouts.idle_timeout = bounds_.websocket_idle_timeout;
    timeouts.keep_alive_pings = true;
    stream_.set_option(timeouts);
    stream_.set_option(ws::stream_base::decorator(complete_answer));
    stream_.read_message_max(bounds_.message_bytes_max);
}

void websocket_session::on_message(std::function<void(std::string_view)> receive)
{
    receive_ = std::move(receive);
}

awaitable<void> websocket_session::run()
{
    const auto self = shared_from_this();
    begun_ = true;
    const auto [refused] = co_await stream_.async_accept(asked_, net::as_tuple(net::use_awaitable));
    if (refused)
        out_->drop_waiting();  // What is left to write is Beast's refusal.
    out_->open();
    if (refused) {
        out_->finish();  // No frame follows what is plain HTTP.
    } else {
        const open_websocket counted(traffic_);
        co_await read_all();
    }

    // A peer that reads nothing may not keep us here.
    if (!out_->is_finished())
        close(close_code::going_away, {});
    auto written = websocket_outbox::wait_until_written(out_);
    co_await std::move(written);
    auto gone = wait_until_gone();
    co_await std::move(gone);
    grace_.cancel();
    out_->cut();
}

/// The client may still be sending; closed with bytes unread, the connection would be reset, and
/// it could lose the reason.
awaitable<void> websocket_session::wait_until_gone()
{
    cut_after_grace();
    boost::system::error_code ignored;
    out_->socket().shutdown(net::ip::tcp::socket::shutdown_send, ignored);
    std::array<char, 1'024> forgotten{};
    for (;;) {
        const auto [failure, bytes] = co_await out_->socket().async_read_some(
            net::buffer(forgotten),
            net::as_tuple(net::use_awaitable));
        if (failure)
            co_return;
    }
}

awaitable<void> websocket_session::read_all()
{
    boost::beast::flat_buffer buffer;
    for (;;) {
        const auto [failure, bytes] =
            co_await stream_.async_read(buffer, net::as_tuple(net::use_awaitable));
        if (failure)
            co_return;
        const std::string_view text(static_cast<const char*>(buffer.data().data()), bytes);
        if (stream_.got_text() && !is_utf8(text)) {
            close(close_code::invalid_text, {});
            co_return;
        }
        if (receive_ && stream_.got_text())
            receive_(text);
        buffer.consume(buffer.size());
    }
}

void websocket_session::send(std::shared_ptr<const std::string> text)
{
    if (out_->is_finished())
        return;
    out_->push(websocket_frame(std::move(text)));
    if (out_->waiting_messages() <= bounds_.outbox_messages_max &&
        out_->waiting_bytes() <= bounds_.outbox_bytes_max)
        return;
    traffic_.websocket_too_slow();
    out_->drop_waiting();
    close(close_code::try_again_later, "resync");
}

void websocket_session::close(close_code code, std::string_view reason)
{
    if (out_->is_finished())
        return;
    // Beast takes the client's answer to this frame for the client's own wish to close, and the
    // outbox, which is finished, drops Beast's answer to that.
    out_->push(websocket_frame::close(code, reason));
    out_->finish();
    cut_after_grace();
}

void websocket_session::cut_after_grace()
{
    grace_.expires_after(close_grace);
    grace_.async_wait([self = shared_from_this()](const boost::system::error_code& cancelled) {
        if (!cancelled)
            self->cut();
    });
}

}  // namespace rejoinder::http
