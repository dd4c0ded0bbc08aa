#include "server/redis/connection.hpp"

#include "server/redis/error.hpp"
#include "server/redis/link.hpp"
#include "server/redis/reconnect_step.hpp"
#include "server/telemetry/log.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <random>
#include <utility>

namespace rejoinder::redis {

namespace {

double chance()
{
    thread_local std::minstd_rand dice{std::random_device{}()};
    return std::uniform_real_distribution<double>(0, 1)(dice);
}

[[noreturn]] void fail(error code)
{
    throw boost::system::system_error(make_error_code(code));
}

}  // namespace

class connection::implementation {
public:
    implementation(
        net::any_io_executor executor,
        endpoint at,
        redis_settings settings,
        std::string name)
        : executor_(executor),
          at_(std::move(at)),
          settings_(std::move(settings)),
          name_(std::move(name)),
          changed_(executor, net::steady_timer::time_point::max())
    {
    }

    awaitable<void> run();
    void stop();
    bool connected() const noexcept { return connected_; }
    awaitable<void> ready(milliseconds deadline);
    awaitable<reply> execute(command what, milliseconds deadline);

private:
    awaitable<void> sign_in();
    awaitable<void> stay_connected(reconnect_step& step);
    void set_connected(bool connected);

    net::any_io_executor executor_;
    endpoint at_;
    redis_settings settings_;
    std::string name_;
    net::steady_timer changed_;  ///< Never expires; cancelled to wake whoever waits for a change.
    std::shared_ptr<link> link_;
    bool connected_ = false;
    bool stopped_ = false;
};

awaitable<void> connection::implementation::run()
{
    reconnect_step step(settings_.back_off_least, settings_.back_off_most);
    net::steady_timer pause(executor_);
    while (!stopped_) {
        try {
            co_await stay_connected(step);
        } catch (const boost::system::system_error& lost) {
            if (step.losses() == 0 && !stopped_)
                telemetry::log_warning(
                    "redis_connection_lost",
                    {{"connection", name_}, {"why", lost.code().message()}});
        }
        set_connected(false);
        if (link_)
            link_->close(make_error_code(stopped_ ? error::stopped : error::connection_lost));
        link_.reset();

        const auto state = co_await net::this_coro::cancellation_state;
        if (stopped_ || state.cancelled() != net::cancellation_type::none)
            break;
        pause.expires_after(step.pause_after_loss(chance()));
        co_await pause.async_wait(net::as_tuple(net::use_awaitable));
    }
}

awaitable<void> connection::implementation::stay_connected(reconnect_step& step)
{
    link_ = link::open(executor_, at_);
    const auto current = link_;
    co_await current->connected(settings_.connect_deadline);
    co_await sign_in();
    if (step.losses() > 0)
        telemetry::log_info("redis_connected", {{"connection", name_}});
    step.connected();
    set_connected(true);
    co_await current->closed();
    fail(error::connection_lost);
}

awaitable<void> connection::implementation::sign_in()
{
    if (!at_.password.empty()) {
        command sign_in("AUTH");
        if (!at_.user.empty())
            sign_in.add(at_.user);
        sign_in.add(at_.password);
        const auto answer = co_await link_->execute(std::move(sign_in), settings_.deadline);
        answer.throw_if_error();
    }
    if (at_.database != 0) {
        command choose("SELECT");
        choose.add(at_.database);
        const auto answer = co_await link_->execute(std::move(choose), settings_.deadline);
        answer.throw_if_error();
    }
    const auto answer = co_await link_->execute(command("PING"), settings_.deadline);
    answer.throw_if_error();  // "LOADING" while it reads its append-only file.
}

void connection::implementation::stop()
{
    stopped_ = true;
    changed_.cancel();
    if (link_)
        link_->close(make_error_code(error::stopped));
}

void connection::implementation::set_connected(bool connected)
{
    connected_ = connected;
    changed_.cancel();
}

awaitable<void> connection::implementation::ready(milliseconds deadline)
{
    const auto until = std::chrono::steady_clock::now() + deadline;
    while (!connected_) {
        if (stopped_)
            fail(error::stopped);
        if (std::chrono::steady_clock::now() >= until)
            fail(error::timed_out);
        net::steady_timer look_again(executor_, std::chrono::milliseconds(5));
        co_await look_again.async_wait(net::use_awaitable);
    }
}

awaitable<reply> connection::implementation::execute(command what, milliseconds deadline)
{
    if (!connected_ || !link_)
        fail(stopped_ ? error::stopped : error::not_connected);
    const auto current = link_;
    co_return co_await current->execute(std::move(what), deadline);
}

connection::connection(
    net::any_io_executor executor,
    endpoint at,
    redis_settings settings,
    std::string name)
    : implementation_(std::make_shared<implementation>(
          std::move(executor),
          std::move(at),
          std::move(settings),
          std::move(name)))
{
}

connection::~connection() = default;

awaitable<void> connection::run()
{
    const auto self = implementation_;
    co_await self->run();
}

void connection::stop()
{
    implementation_->stop();
}

bool connection::connected() const noexcept
{
    return implementation_->connected();
}

awaitable<void> connection::ready(milliseconds deadline)
{
    const auto self = implementation_;
    co_await self->ready(deadline);
}

awaitable<reply> connection::try_execute(command what, milliseconds deadline)
{
    const auto self = implementation_;
    co_return co_await self->execute(std::move(what), deadline);
}

awaitable<reply> connection::execute(command what, milliseconds deadline)
{
    auto answer = co_await try_execute(std::move(what), deadline);
    answer.throw_if_error();
    co_return answer;
}

}  // namespace rejoinder::redis
