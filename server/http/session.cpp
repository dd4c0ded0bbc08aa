#include "server/http/session.hpp"

#include "server/http/answer_bytes.hpp"
#include "server/http/answer_with.hpp"
#include "server/http/error_response.hpp"
#include "server/http/ready_batch.hpp"
#include "server/http/ready_pages.hpp"
#include "server/http/request_reader.hpp"
#include "server/http/router.hpp"
#include "server/http/websocket_session.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace rejoinder::http {

namespace {

constexpr std::size_t read_bytes = 8 * 1024;

/// Who is refused and still sends gets so long to read why.
constexpr std::chrono::milliseconds linger_most{2'000};
constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";

class session final : public connection {
public:
    session(connection_socket socket, core_context& core)
        : socket_(std::move(socket)),
          core_(core),
          reader_(core.settings.bounds)
    {
        boost::system::error_code ignored;
        peer_ = socket_.remote_endpoint(ignored).address();
        socket_.set_option(net::ip::tcp::no_delay(true), ignored);
        core_.connections.add(*this);
        core_.traffic.connection_opened();
    }
    ~session() override
    {
        core_.connections.remove(*this);
        core_.traffic.connection_closed();
    }

    awaitable<void> run();

    void on_deadline() override;
    void on_drain() override;
    void on_cut() override { cut(); }

private:
    enum class phase { waiting, reading, handling, writing };
    using progress = request_reader::progress;

    void enter(phase next, std::chrono::milliseconds longest)
    {
        phase_ = next;
        set_deadline(core_.connections.now() + longest);
    }
    void cut();

    awaitable<bool> serve_ready_pages();
    void take_ready_pages();
    bool take_ready_page();
    awaitable<bool> serve_one();
    awaitable<bool> read_request();
    awaitable<bool> read_more();
    awaitable<bool> answer(request asked);
    awaitable<void> upgrade(request asked);
    awaitable<void> refuse(status code);
    awaitable<void> linger();
    awaitable<bool> write(answer_bytes bytes);

    connection_socket socket_;
    core_context& core_;
    net::ip::address peer_;
    boost::beast::flat_buffer arrived_;
    request_reader reader_;
    progress head_ = progress::need_more;  ///< Of the request that is being read.
    ready_batch ready_;
    std::shared_ptr<websocket_session> upgraded_;
    phase phase_ = phase::waiting;
    bool late_ = false;  ///< The request did not arrive in time.
    bool draining_ = false;
};

void session::cut()
{
    if (upgraded_) {
        upgraded_->cut();
        return;
    }
    boost::system::error_code ignored;
    socket_.close(ignored);
}

void session::on_deadline()
{
    if (phase_ != phase::reading) {
        cut();
        return;
    }
    late_ = true;
    boost::system::error_code ignored;
    socket_.cancel(ignored);
}

void session::on_drain()
{
    draining_ = true;
    if (upgraded_)
        upgraded_->close(close_code::going_away, "restart");
    else if (phase_ == phase::waiting)
        cut();
}

awaitable<void> session::run()
{
    while (!draining_) {
        const bool there = co_await serve_ready_pages();
        if (!there)
            break;
        const bool again = co_await serve_one();
        if (!again)
            break;
    }
    boost::system::error_code ignored;
    socket_.shutdown(net::ip::tcp::socket::shutdown_send, ignored);
}

/// Answers requests for ready pages until another comes, whose head has then been read as far as
/// it is there; those that came at once by one write. It is one loop because every coroutine
/// entered on the way would cost what the rest does. False when the client is gone.
awaitable<bool> session::serve_ready_pages()
{
    for (;;) {
        reader_.next();
        if (arrived_.size() == 0) {
            enter(phase::waiting, core_.settings.bounds.idle_timeout);
            const auto [failure, bytes] = co_await socket_.async_read_some(
                arrived_.prepare(read_bytes),
                net::as_tuple(net::use_awaitable));
            if (failure)
                co_return false;
            arrived_.commit(bytes);
        }
        head_ = reader_.read_head(arrived_);
        do {
            take_ready_pages();
            if (ready_.empty())
                co_return true;
            enter(phase::writing, core_.settings.bounds.write_timeout);
            const auto [failure, written] = co_await net::async_write(
                socket_,
                ready_.buffers(),
                net::as_tuple(net::use_awaitable));
            ready_.clear();
            if (failure || draining_)
                co_return false;
        } while (head_ != progress::need_more || arrived_.size() > 0);
    }
}

void session::take_ready_pages()
{
    while (take_ready_page()) {
        reader_.next();
        head_ = reader_.read_head(arrived_);
    }
}

/// Whether the request is for a ready page, whose answer then waits to be written.
bool session::take_ready_page()
{
    auto* const pages = core_.routes.ready();
    if (!pages || head_ != progress::done || ready_.is_full() || draining_)
        return false;
    const auto method = reader_.method();
    const bool reads = method == verb::get || method == verb::head;
    if (!reads || reader_.has_body() || reader_.is_http_1_0() || !reader_.keep_alive())
        return false;
    const auto began = clock::now();
    auto page = pages->find(reader_.target());
    if (!page)
        return false;

    using boost::beast::http::field;
    const auto& answer =
        page->choose(reader_.field(field::accept_encoding), reader_.field(field::if_none_match));
    const auto lines = pages->lines_for(reader_.field(field::origin));
    ready_.add(std::move(page), answer, lines, method == verb::get);
    core_.traffic.answered(pages->route(), answer.code(), clock::now() - began);
    return true;
}

/// Answers the request that has begun to arrive. Returns whether the connection can take another.
awaitable<bool> session::serve_one()
{
    const bool whole = co_await read_request();
    if (!whole)
        co_return false;

    auto asked = reader_.take_request(peer_, core_.settings.trusted_proxies);
    if (!asked) {
        co_await refuse(status::bad_request);
        co_return false;
    }
    asked->core = core_.index;
    asked->executor = socket_.get_executor();
    if (reader_.wants_websocket()) {
        co_await upgrade(std::move(*asked));
        co_return false;
    }
    co_return co_await answer(std::move(*asked));
}

/// Reads on from the head that has begun; where the request is refused, the refusal is written.
awaitable<bool> session::read_request()
{
    const auto& bounds = core_.settings.bounds;
    enter(phase::reading, bounds.header_timeout);
    auto done = head_;
    bool there = true;
    while (done == progress::need_more) {
        there = co_await read_more();
        if (!there)
            break;
        done = reader_.read_head(arrived_);
    }
    if (there && done == progress::done) {
        enter(phase::reading, bounds.body_timeout);
        if (reader_.expects_continue() && reader_.has_body() && arrived_.size() == 0)
            co_await net::async_write(
                socket_,
                net::buffer(go_on.data(), go_on.size()),
                net::as_tuple(net::use_awaitable));
        done = reader_.read_body(arrived_);
        while (done == progress::need_more) {
            there = co_await read_more();
            if (!there)
                break;
            done = reader_.read_body(arrived_);
        }
    }
    clear_deadline();
    if (late_)
        co_await refuse(status::request_timeout);
    else if (there && done == progress::refused)
        co_await refuse(reader_.refusal());
    co_return there&& done == progress::done && !late_;
}

/// False when the client is gone or too late.
awaitable<bool> session::read_more()
{
    const auto [failure, bytes] = co_await socket_.async_read_some(
        arrived_.prepare(read_bytes),
        net::as_tuple(net::use_awaitable));
    if (failure)
        co_return false;
    arrived_.commit(bytes);
    co_return true;
}

awaitable<bool> session::answer(request asked)
{
    phase_ = phase::handling;  // answer_with() has its own limit of time.
    const bool keep_alive = reader_.keep_alive();
    const auto common = core_.routes.headers_for(asked);
    const auto began = clock::now();
    const request_summary summary(asked);
    const auto found = core_.routes.find(asked, false);
    const auto route = asked.route.empty() ? std::string_view("(none)") : asked.route;
    response reply;
    if (const auto* const* handle = std::get_if<const handler*>(&found))
        reply =
            co_await answer_with(**handle, std::move(asked), core_.settings.bounds.request_timeout);
    else
        reply = core_.routes.answer(asked, found);

    auto after = after_answer::close;
    if (keep_alive && !draining_)
        after = reader_.is_http_1_0() ? after_answer::keep_http_1_0 : after_answer::keep;
    answer_bytes bytes(std::move(reply), summary, common, after);
    core_.traffic.answered(route, bytes.code(), clock::now() - began);
    const bool written = co_await write(std::move(bytes));
    co_return written&& after != after_answer::close;
}

awaitable<void> session::upgrade(request asked)
{
    const request_summary summary(asked);
    const auto common = core_.routes.headers_for(asked);
    const auto found = core_.routes.find(asked, true);
    const auto* const* handle = std::get_if<const websocket_handler*>(&found);
    std::optional<response> reply;
    if (!handle) {
        reply = core_.routes.answer(asked, found);
    } else {
        upgraded_ = std::make_shared<websocket_session>(
            std::move(socket_),
            std::move(arrived_),
            reader_.take_upgrade(),
            core_.settings.bounds,
            core_.traffic);
        reply = co_await run_upgraded(**handle, std::move(asked), *upgraded_);
        if (upgraded_->has_begun())
            reply.reset();
        else
            socket_ = upgraded_->take_socket();
        upgraded_.reset();
    }
    if (reply)
        co_await write(answer_bytes(std::move(*reply), summary, common, after_answer::close));
}

awaitable<void> session::refuse(status code)
{
    core_.traffic.answered("(refused)", code, std::chrono::nanoseconds(0));
    answer_bytes bytes(error_response(code), {}, {}, after_answer::close);
    const bool written = co_await write(std::move(bytes));
    if (written)
        co_await linger();
}

/// Takes what still comes and forgets it: a socket closed with bytes unread resets the connection,
/// and the client would lose the refusal.
awaitable<void> session::linger()
{
    enter(phase::writing, linger_most);
    boost::system::error_code ignored;
    socket_.shutdown(net::ip::tcp::socket::shutdown_send, ignored);
    bool there = true;
    while (there) {
        arrived_.clear();
        there = co_await read_more();
    }
    clear_deadline();
}

awaitable<bool> session::write(answer_bytes bytes)
{
    enter(phase::writing, core_.settings.bounds.write_timeout);
    const auto buffers = bytes.buffers();
    const auto [failure, written] =
        co_await net::async_write(socket_, buffers, net::as_tuple(net::use_awaitable));
    clear_deadline();
    co_return !failure;
}

}  // namespace

awaitable<void> run_session(
    connection_socket socket,
    connection_gate::place place,
    core_context& core)
{
    const auto kept = std::move(place);  // Given back when the coroutine's frame goes.
    session serving(std::move(socket), core);
    co_await serving.run();
}

}  // namespace rejoinder::http
