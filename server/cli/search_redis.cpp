#include "server/cli/search_redis.hpp"

#include "server/async/task_group.hpp"
#include "server/cli/leak_report.hpp"
#include "server/redis/command.hpp"
#include "server/redis/connection.hpp"
#include "server/redis/redis_settings.hpp"
#include "server/redis/reply.hpp"

#include <boost/asio/io_context.hpp>

#include <chrono>
#include <exception>
#include <string>
#include <utility>

namespace rejoinder::cli {

namespace {

constexpr std::chrono::seconds patience{10};
constexpr int keys_per_step = 500;

void append(const redis::reply& value, std::string& text)
{
    if (value.kind() == redis::reply::shape::text)
        text += value.text();
    else if (value.kind() == redis::reply::shape::array)
        for (const auto& each : value.elements()) {
            append(each, text);
            text += '\n';
        }
}

redis::command reading(const std::string& type, const std::string& key)
{
    if (type == "hash")
        return std::move(redis::command("HGETALL").add(key));
    if (type == "list")
        return std::move(redis::command("LRANGE").add(key).add(0).add(-1));
    if (type == "set")
        return std::move(redis::command("SMEMBERS").add(key));
    if (type == "zset")
        return std::move(redis::command("ZRANGE").add(key).add(0).add(-1));
    if (type == "stream")
        return std::move(redis::command("XRANGE").add(key).add("-").add("+"));
    return std::move(redis::command("GET").add(key));
}

awaitable<void> search_key(redis::connection& redis, std::string key, leak_report& report)
{
    auto ask = std::move(redis::command("TYPE").add(key));
    const auto type = co_await redis.execute(std::move(ask), patience);
    auto read = reading(type.text(), key);
    const auto value = co_await redis.execute(std::move(read), patience);
    auto text = key + '\n';
    append(value, text);
    report.search("Redis key " + key, text);
}

awaitable<void> search_all(redis::connection& redis, std::string pattern, leak_report& report)
{
    co_await redis.ready(patience);
    std::string cursor = "0";
    do {
        auto step =
            std::move(redis::command("SCAN").add(cursor).add("MATCH").add(pattern).add("COUNT").add(
                keys_per_step));
        const auto found = co_await redis.execute(std::move(step), patience);
        cursor = found.at(0).text();
        for (const auto& key : found.at(1).elements())
            co_await search_key(redis, key.text(), report);
    } while (cursor != "0");
}

awaitable<void> search_then_stop(
    redis::connection& redis,
    std::string pattern,
    leak_report& report,
    std::exception_ptr& failure)
{
    try {
        co_await search_all(redis, std::move(pattern), report);
    } catch (...) {
        failure = std::current_exception();
    }
    redis.stop();
}

}  // namespace

void search_redis(
    const redis::endpoint& at,
    const redis::redis_settings& settings,
    leak_report& report)
{
    net::io_context context;
    redis::connection redis(context.get_executor(), at, settings, "verify-privacy");
    std::exception_ptr failure;
    async::task_group tasks([&](std::string_view, std::exception_ptr thrown) { failure = thrown; });
    tasks.spawn(context.get_executor(), redis.run(), "redis");
    tasks.spawn(
        context.get_executor(),
        search_then_stop(redis, settings.key_prefix + "*", report, failure),
        "search");
    context.run();
    if (failure)
        std::rethrow_exception(failure);
}

}  // namespace rejoinder::cli
