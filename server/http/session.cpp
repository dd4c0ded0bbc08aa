#include "server/http/session.hpp"

#include "server/http/answer_bytes.hpp"
#include "server/http/answer_with.hpp"
#include "server/http/error_response.hpp"
#include "server/http/read_request.hpp"
#include "server/http/router.hpp"
#include "server/http/websocket_session.hpp"
#include "server/telemetry/log.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <exception>
#include <optional>
#include <utility>

namespace rejoinder::http {

namespace {

using tcp = net::ip::tcp;

class session final : public connection {
public:
    session(tcp::socket socket, core_context& core)
        : socket_(std::move(socket)),
          core_(core)
    {
        boost::system::error_code ignored;
        peer_ = socket_.remote_endpoint(ignored).address();
        socket_.set_option(tcp::no_delay(true), ignored);
        core_.connections.add(*this);
        core_.traffic.connection_opened();
    }
    ~session() override
    {
        core_.connections.remove(*this);
        core_.traffic.connection_closed();
    }

    awaitable<void> run();

    void on_deadline() override { cut(); }
    void on_cut() override { cut(); }
    void on_drain() override
    {
        draining_ = true;
        if (upgraded_)
            upgraded_->close(close_code::going_away, "restart");
        else if (waiting_)
            cut();
    }

private:
    void cut()
    {
        boost::system::error_code ignored;
        socket_.close(ignored);
    }
    void allow(std::chrono::milliseconds longest)
    {
        set_deadline(core_.connections.now() + longest);
    }

    awaitable<bool> serve_one();
    awaitable<void> upgrade(request asked, upgrade_request raw);
    awaitable<bool> write(answer_bytes bytes);

    tcp::socket socket_;
    core_context& core_;
    net::ip::address peer_;
    boost::beast::flat_buffer buffer_;
    std::shared_ptr<websocket_session> upgraded_;
    bool waiting_ = false;
    bool draining_ = false;
};

awaitable<void> session::run()
{
    while (!draining_) {
        const bool again = co_await serve_one();
        if (!again)
            break;
    }
    boost::system::error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
}

awaitable<bool> session::serve_one()
{
    const auto& bounds = core_.settings.bounds;
    request_reader reader(socket_, buffer_, bounds);

    allow(bounds.idle_timeout);
    waiting_ = buffer_.size() == 0;
    const bool begun = co_await reader.wait_for_first_byte();
    waiting_ = false;
    if (!begun)
        co_return false;

    allow(bounds.header_timeout);
    auto refused = co_await reader.read_header();
    if (!refused) {
        allow(bounds.body_timeout);
        refused = co_await reader.read_body();
    }
    if (refused == reading::gone)
        co_return false;
    if (refused) {
        allow(bounds.write_timeout);
        const auto reply = error_response(status_of(*refused));
        core_.traffic.answered("(refused)", reply.code, std::chrono::nanoseconds(0));
        co_await write(answer_bytes(reply, nullptr, header_list(), connection_end::close));
        co_return false;
    }

    auto asked = reader.take_request(peer_, core_.settings.trusted_proxies);
    if (!asked) {
        allow(bounds.write_timeout);
        const auto reply = error_response(status::bad_request);
        co_await write(answer_bytes(reply, nullptr, header_list(), connection_end::close));
        co_return false;
    }
    asked->core = core_.index;
    asked->executor = socket_.get_executor();
    if (reader.wants_websocket()) {
        co_await upgrade(std::move(*asked), reader.take_upgrade());
        co_return false;
    }

    allow(bounds.request_timeout);
    const bool last = draining_ || !reader.keep_alive();
    const auto common = core_.routes.headers_for(*asked);
    const auto began = clock::now();
    const request_summary summary(*asked);
    const auto found = core_.routes.find(*asked, false);
    const auto route = asked->route.empty() ? std::string_view("(none)") : asked->route;
    response reply;
    if (const auto* const* handle = std::get_if<const handler*>(&found))
        reply = co_await answer_with(**handle, std::move(*asked));
    else
        reply = core_.routes.answer(*asked, found);
    core_.traffic.answered(route, reply.code, clock::now() - began);

    allow(bounds.write_timeout);
    const auto end = last || draining_ ? connection_end::close : connection_end::keep;
    const bool written = co_await write(answer_bytes(reply, &summary, common, end));
    co_return written&& end == connection_end::keep;
}

awaitable<void> session::upgrade(request asked, upgrade_request raw)
{
    const auto& bounds = core_.settings.bounds;
    const auto found = core_.routes.find(asked, true);
    const auto* const* handle = std::get_if<const websocket_handler*>(&found);
    response reply;
    if (!handle) {
        reply = core_.routes.answer(asked, found);
    } else {
        clear_deadline();
        upgraded_ =
            std::make_shared<websocket_session>(socket_, std::move(raw), bounds, core_.traffic);
        const auto ended = co_await run_upgraded(**handle, std::move(asked), *upgraded_);
        upgraded_.reset();
        if (!ended)
            co_return;
        reply = *ended;
    }
    allow(bounds.write_timeout);
    co_await write(answer_bytes(reply, nullptr, header_list(), connection_end::close));
}

awaitable<bool> session::write(answer_bytes bytes)
{
    const auto buffers = bytes.buffers();
    const auto [failure, written] =
        co_await net::async_write(socket_, buffers, net::as_tuple(net::use_awaitable));
    co_return !failure;
}

}  // namespace

awaitable<void> run_session(tcp::socket socket, connection_gate::place place, core_context& core)
{
    const auto kept = std::move(place);  // Given back when the coroutine's frame goes.
    session serving(std::move(socket), core);
    co_await serving.run();
}

}  // namespace rejoinder::http
