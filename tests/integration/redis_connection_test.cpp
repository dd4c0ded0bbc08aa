#include "server/redis/connection.hpp"
#include "server/redis/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/redis_server.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <csignal>

using namespace rejoinder;
using namespace std::chrono_literals;
using redis::command;
using redis::connection;
using tests::redis_server;
using tests::run;

namespace {

awaitable<void> increment(connection& to, int& answers)
{
    command what("INCR");
    what.add("counter");
    co_await to.execute(std::move(what), 5s);
    ++answers;
}

awaitable<void> increment_many(net::io_context& context, connection& to, int count)
{
    int answers = 0;
    for (int i = 0; i < count; ++i)
        net::co_spawn(context, increment(to, answers), [](std::exception_ptr) {});
    while (answers < count) {
        net::steady_timer pause(context, 1ms);
        co_await pause.async_wait(net::use_awaitable);
    }
}

awaitable<boost::system::error_code> failure_of(
    connection& to,
    command what,
    connection::milliseconds deadline)
{
    try {
        co_await to.execute(std::move(what), deadline);
    } catch (const boost::system::system_error& failure) {
        co_return failure.code();
    }
    co_return boost::system::error_code();
}

awaitable<std::string> round_trip(connection& to, std::string value)
{
    command set("SET");
    set.add("key").add(value);
    co_await to.execute(std::move(set), 5s);
    command get("GET");
    get.add("key");
    const auto answer = co_await to.execute(std::move(get), 5s);
    co_return answer.text();
}

}  // namespace

TEST_CASE("redis connection: a thousand commands share one connection", "[redis][integration]")
{
    net::io_context context;
    redis_server server(context);
    auto& to = server.connect();

    run(context, increment_many(context, to, 1'000));

    command get("GET");
    get.add("counter");
    CHECK(run(context, to.execute(std::move(get), 5s)).text() == "1000");
}

TEST_CASE("redis connection: arguments and answers are binary-safe", "[redis][integration]")
{
    net::io_context context;
    redis_server server(context);
    const std::string bytes("a\0b\r\n\xff", 6);
    CHECK(run(context, round_trip(server.connect(), bytes)) == bytes);
}

TEST_CASE("redis connection: a refused command throws and harms no other", "[redis][integration]")
{
    net::io_context context;
    redis_server server(context);
    auto& to = server.connect();
    CHECK(run(context, failure_of(to, command("NO-SUCH"), 5s)) == redis::error::refused);
    CHECK(run(context, round_trip(to, "x")) == "x");
}

TEST_CASE(
    "redis connection: a deadline drops the connection, which comes back",
    "[redis][integration]")
{
    net::io_context context;
    redis_server server(context);
    auto& to = server.connect();
    command block("BLPOP");
    block.add("nothing").add("5");

    CHECK(run(context, failure_of(to, std::move(block), 50ms)) == redis::error::timed_out);

    run(context, to.ready(20s));
    CHECK(run(context, round_trip(to, "again")) == "again");
}

TEST_CASE("redis connection: survives the death of its Redis with all data", "[redis][integration]")
{
    net::io_context context;
    redis_server server(context);
    auto& to = server.connect();
    run(context, round_trip(to, "kept"));
    const auto first = server.server().pid();

    ::kill(first, SIGKILL);
    command block("BLPOP");
    block.add("nothing").add("5");
    CHECK(run(context, failure_of(to, std::move(block), 5s)) == redis::error::connection_lost);
    CHECK(run(context, failure_of(to, command("PING"), 5s)) == redis::error::not_connected);

    run(context, to.ready(20s));
    command get("GET");
    get.add("key");
    CHECK(run(context, to.execute(std::move(get), 5s)).text() == "kept");
    CHECK(server.server().pid() != first);
}

TEST_CASE("redis connection: scripts run by hash and by text", "[redis][integration]")
{
    net::io_context context;
    redis_server server(context);
    auto& to = server.connect();
    for (int i = 0; i < 2; ++i)
        CHECK(
            run(context, to.evaluate("return {KEYS[1], ARGV[1]}", {"k"}, {"v"}, 5s)).at(1).text() ==
            "v");
}
