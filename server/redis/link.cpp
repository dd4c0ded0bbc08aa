#include "server/redis/link.hpp"

#include "server/redis/asio_adapter.hpp"
#include "server/redis/error.hpp"
#include "server/redis/reply_bounds.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>
#include <hiredis/async.h>

#include <csignal>
#include <utility>
#include <vector>

namespace rejoinder::redis {

namespace {

using boost::system::error_code;
using clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds sweep_every{20};

/// What hiredis carries for one command: the link, kept alive, and the place in its list.
template <class Link, class Iterator>
struct ticket {
    std::shared_ptr<Link> owner;
    Iterator which;
};

}  // namespace

std::shared_ptr<link> link::open(net::any_io_executor executor, const endpoint& at)
{
    // hiredis writes with write(2): a peer that is gone must be an error and not a signal.
    std::signal(SIGPIPE, SIG_IGN);

    auto* context = at.unix_path.empty() ? redisAsyncConnect(at.host.c_str(), at.port)
                                         : redisAsyncConnectUnix(at.unix_path.c_str());
    if (!context || context->err != 0) {
        if (context)
            redisAsyncFree(context);
        throw boost::system::system_error(make_error_code(error::not_connected));
    }
    const std::shared_ptr<link> made(new link(executor));
    made->context_ = context;
    bound_replies(*context->c.reader);
    context->data = made.get();
    attach(*context, std::move(executor));
    redisAsyncSetConnectCallback(context, &link::on_connect);
    redisAsyncSetDisconnectCallback(context, &link::on_disconnect);
    return made;
}

link::link(net::any_io_executor executor)
    : executor_(executor),
      changed_(executor, net::steady_timer::time_point::max()),
      sweep_(executor)
{
}

link::~link()
{
    if (context_) {
        context_->data = nullptr;
        redisAsyncFree(context_);
    }
}

awaitable<void> link::connected(milliseconds deadline)
{
    net::steady_timer until(executor_, deadline);
    const auto self = shared_from_this();
    until.async_wait([self](error_code failure) {
        if (!failure && self->phase_ == phase::connecting)
            self->close(make_error_code(error::timed_out));
    });
    while (phase_ == phase::connecting)
        co_await changed_.async_wait(net::as_tuple(net::use_awaitable));
    if (phase_ == phase::closed)
        throw boost::system::system_error(closed_because_);
}

awaitable<void> link::closed()
{
    const auto self = shared_from_this();
    while (phase_ != phase::closed) {
        co_await changed_.async_wait(net::as_tuple(net::use_awaitable));
        const auto state = co_await net::this_coro::cancellation_state;
        if (state.cancelled() != net::cancellation_type::none)
            throw boost::system::system_error(net::error::operation_aborted);
    }
}

awaitable<reply> link::execute(command what, milliseconds deadline)
{
    // Named, not temporaries of the co_await expression: g++ 12 destroys those twice.
    auto initiate = [self = shared_from_this(), &what, deadline](auto handler) {
        self->send(what, deadline, net::any_completion_handler<signature>(std::move(handler)));
    };
    auto answered = net::async_initiate<decltype(net::use_awaitable), signature>(
        std::move(initiate),
        net::use_awaitable);
    co_return co_await std::move(answered);
}

void link::send(
    const command& what,
    milliseconds deadline,
    net::any_completion_handler<signature> handler)
{
    under_way_.push_back({std::move(handler), clock::now() + deadline});
    const auto which = std::prev(under_way_.end());
    if (!context_)
        return finish(which, make_error_code(error::connection_lost), reply());

    std::vector<const char*> texts;
    std::vector<std::size_t> lengths;
    for (const auto& argument : what.arguments()) {
        texts.push_back(argument.data());
        lengths.push_back(argument.size());
    }
    using kept = ticket<link, std::list<operation>::iterator>;
    auto carried = std::make_unique<kept>(kept{shared_from_this(), which});
    const int sent = redisAsyncCommandArgv(
        context_,
        &link::on_reply,
        carried.get(),
        static_cast<int>(texts.size()),
        texts.data(),
        lengths.data());
    if (sent != REDIS_OK)
        return finish(which, make_error_code(error::connection_lost), reply());
    carried.release();  // on_reply takes it back; hiredis calls it for every command, at the latest
                        // when the context is freed.
    watch_deadlines();
}

void link::finish(std::list<operation>::iterator which, error_code failure, reply answer)
{
    auto handler = std::move(which->handler);
    under_way_.erase(which);
    net::post(
        executor_,
        [handler = std::move(handler), failure, answer = std::move(answer)]() mutable {
            std::move(handler)(failure, std::move(answer));
        });
}

void link::watch_deadlines()
{
    if (sweeping_ || under_way_.empty())
        return;
    sweeping_ = true;
    sweep_.expires_after(sweep_every);
    sweep_.async_wait([self = shared_from_this()](error_code) {
        self->sweeping_ = false;
        const auto now = clock::now();
        for (const auto& each : self->under_way_)
            if (each.deadline <= now)
                return self->close(make_error_code(error::timed_out));
        self->watch_deadlines();
    });
}

void link::close(error_code why)
{
    const auto self = shared_from_this();
    if (phase_ != phase::closed)
        closed_because_ = why;
    if (auto* context = std::exchange(context_, nullptr)) {
        context->data = nullptr;
        redisAsyncFree(context);  // Calls on_reply with nothing for everything under way.
    }
    lost(why);
}

void link::lost(error_code why)
{
    if (phase_ == phase::closed)
        return;
    phase_ = phase::closed;
    closed_because_ = why;
    changed_.cancel();
    sweep_.cancel();
}

void link::on_connect(const redisAsyncContext* context, int status)
{
    auto* self = static_cast<link*>(context->data);
    if (!self)
        return;
    if (status == REDIS_OK) {
        self->phase_ = phase::open;
        self->changed_.cancel();
        return;
    }
    self->context_ = nullptr;  // hiredis frees it after this callback.
    self->lost(make_error_code(error::not_connected));
}

void link::on_disconnect(const redisAsyncContext* context, int)
{
    auto* self = static_cast<link*>(context->data);
    if (!self)
        return;
    self->context_ = nullptr;
    self->lost(make_error_code(error::connection_lost));
}

void link::on_reply(redisAsyncContext*, void* answer, void* which)
{
    using kept = ticket<link, std::list<operation>::iterator>;
    const std::unique_ptr<kept> carried(static_cast<kept*>(which));
    auto& self = *carried->owner;
    if (answer)
        return self.finish(carried->which, {}, reply(*static_cast<const redisReply*>(answer)));
    const auto why =
        self.closed_because_ ? self.closed_because_ : make_error_code(error::connection_lost);
    self.finish(carried->which, why, reply());
}

}  // namespace rejoinder::redis
