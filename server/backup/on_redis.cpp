#include "server/backup/on_redis.hpp"

#include "server/async/task_group.hpp"
#include "server/redis/connection.hpp"

#include <boost/asio/io_context.hpp>

#include <chrono>
#include <exception>

namespace rejoinder::backup {

namespace {

using redis_work = std::function<awaitable<void>(redis::connection&)>;

constexpr std::chrono::seconds patience{15};

awaitable<void> work_then_stop(
    redis::connection& redis,
    const redis_work& work,
    std::exception_ptr& failure)
{
    try {
        co_await redis.ready(patience);
        co_await work(redis);
    } catch (...) {
        failure = std::current_exception();
    }
    redis.stop();
}

}  // namespace

void on_redis(
    const redis::endpoint& at,
    const redis::redis_settings& settings,
    const redis_work& work)
{
    net::io_context context;
    redis::connection redis(context.get_executor(), at, settings, "backup");
    std::exception_ptr failure;
    async::task_group tasks([&](std::string_view, std::exception_ptr thrown) { failure = thrown; });
    tasks.spawn(context.get_executor(), redis.run(), "redis");
    tasks.spawn(context.get_executor(), work_then_stop(redis, work, failure), "work");
    context.run();
    if (failure)
        std::rethrow_exception(failure);
}

}  // namespace rejoinder::backup
