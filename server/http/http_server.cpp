#include "server/http/http_server.hpp"

#include "server/async/io_pool.hpp"
#include "server/async/task_group.hpp"
#include "server/http/connection_gate.hpp"
#include "server/http/router.hpp"
#include "server/http/session.hpp"
#include "server/telemetry/log.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>
#include <sys/socket.h>

#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace rejoinder::http {

namespace {

using tcp = net::ip::tcp;
using core_acceptor = net::basic_socket_acceptor<tcp, net::io_context::executor_type>;
using boost::system::error_code;
using reuse_port = net::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

constexpr std::chrono::milliseconds tick_every{250};
constexpr std::chrono::milliseconds accept_pause{50};  // After EMFILE and its like.

void report(std::string_view what, std::exception_ptr failure)
{
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& error) {
        telemetry::log_error("http_task_failed", {{"task", what}, {"why", error.what()}});
    }
}

/// One core's acceptor, its sessions and their clock.
struct serving_core {
    serving_core(net::io_context& io, core_context&& shared)
        : acceptor(io),
          ticking(io),
          context(std::move(shared))
    {
    }

    core_acceptor acceptor;
    net::steady_timer ticking;
    core_context context;
};

}  // namespace

struct http_server::state {
    state(
        async::io_pool& pool_,
        const router& routes_,
        telemetry::metrics& metrics_,
        server_settings settings_)
        : pool(pool_),
          routes(routes_),
          metrics(metrics_),
          settings(std::move(settings_)),
          gate(settings.bounds, settings.trusted_proxies)
    {
    }

    tcp::endpoint place() const;
    void check_place_is_free() const;
    void listen(std::size_t core);
    awaitable<void> accept_all(serving_core& core);
    awaitable<void> tick_all(serving_core& core);
    void on_each_core(void (*action)(serving_core&));

    async::io_pool& pool;
    const router& routes;
    telemetry::metrics& metrics;
    server_settings settings;
    connection_gate gate;
    async::task_group acceptors{report};
    async::task_group sessions{report};
    std::vector<std::unique_ptr<serving_core>> cores;
    std::uint16_t port = 0;
};

tcp::endpoint http_server::state::place() const
{
    return {net::ip::make_address(settings.address), port};
}

/// The cores share the port by SO_REUSEPORT, which would also let another server of the same user
/// take half of the readers; a socket without it finds the port in use.
void http_server::state::check_place_is_free() const
{
    net::io_context io;
    tcp::acceptor probe(io);
    error_code failure;
    probe.open(place().protocol());
    probe.set_option(tcp::acceptor::reuse_address(true));
    probe.bind(place(), failure);
    if (failure)
        throw std::system_error(
            failure,
            "cannot listen at " + settings.address + ":" + std::to_string(port));
}

void http_server::state::listen(std::size_t core)
{
    auto& io = pool.context(core);
    cores.push_back(
        std::make_unique<serving_core>(io, core_context(core, settings, routes, metrics)));
    auto& acceptor = cores.back()->acceptor;
    acceptor.open(place().protocol());
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    acceptor.set_option(reuse_port(true));
    acceptor.bind(place());
    acceptor.listen();
    port = acceptor.local_endpoint().port();
}

awaitable<void> http_server::state::accept_all(serving_core& core)
{
    net::steady_timer pause(core.acceptor.get_executor());
    for (;;) {
        auto [failure, socket] =
            co_await core.acceptor.async_accept(net::as_tuple(net::use_awaitable));
        if (failure == net::error::operation_aborted || !core.acceptor.is_open())
            co_return;
        if (failure) {
            pause.expires_after(accept_pause);
            co_await pause.async_wait(net::use_awaitable);
            continue;
        }
        error_code unknown;
        auto place = gate.enter(socket.remote_endpoint(unknown).address());
        if (!place || unknown) {
            core.context.traffic.connection_refused();
            continue;
        }
        sessions.spawn(
            core.acceptor.get_executor(),
            run_session(std::move(socket), std::move(*place), core.context),
            "http session");
    }
}

awaitable<void> http_server::state::tick_all(serving_core& core)
{
    for (;;) {
        core.ticking.expires_after(tick_every);
        co_await core.ticking.async_wait(net::use_awaitable);
        core.context.connections.tick(connection::clock::now());
    }
}

void http_server::state::on_each_core(void (*action)(serving_core&))
{
    for (const auto& core : cores)
        net::post(core->acceptor.get_executor(), [&core = *core, action] { action(core); });
}

http_server::http_server(
    async::io_pool& pool,
    const router& routes,
    telemetry::metrics& metrics,
    server_settings settings)
    : state_(std::make_unique<state>(pool, routes, metrics, std::move(settings)))
{
}

http_server::~http_server() = default;

void http_server::start()
{
    auto& all = *state_;
    all.port = all.settings.port;
    all.check_place_is_free();
    for (std::size_t i = 0; i < all.pool.size(); ++i)
        all.listen(i);
    for (const auto& core : all.cores) {
        all.acceptors.spawn(core->acceptor.get_executor(), all.accept_all(*core), "http acceptor");
        all.acceptors.spawn(core->acceptor.get_executor(), all.tick_all(*core), "http deadlines");
    }
}

std::uint16_t http_server::port() const noexcept
{
    return state_->port;
}

void http_server::stop(std::chrono::milliseconds grace)
{
    auto& all = *state_;
    all.on_each_core([](serving_core& core) {
        error_code ignored;
        core.acceptor.close(ignored);
        core.context.connections.drain();
    });
    if (!all.sessions.wait_for(grace)) {
        all.on_each_core([](serving_core& core) { core.context.connections.cut(); });
        all.sessions.cancel();  // A handler may be waiting for something else than its client.
        all.sessions.wait_for(grace);
    }
    all.acceptors.cancel();
    all.acceptors.wait_for(grace);
}

}  // namespace rejoinder::http
