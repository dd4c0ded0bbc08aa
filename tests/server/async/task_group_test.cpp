#include "server/async/task_group.hpp"

#include "tests/support/catch.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <stdexcept>
#include <string>
#include <vector>

using namespace rejoinder;
using namespace std::chrono_literals;
using async::task_group;

namespace {

awaitable<void> count(int& done)
{
    ++done;
    co_return;
}

awaitable<void> fail()
{
    throw std::runtime_error("broken");
    co_return;
}

awaitable<void> wait_for_ever(int& cleaned_up)
{
    net::steady_timer timer(co_await net::this_coro::executor, 24h);
    try {
        co_await timer.async_wait(net::use_awaitable);
    } catch (const boost::system::system_error&) {
        ++cleaned_up;
        throw;
    }
}

/// A group whose failures are written down as "what: why".
struct fixture {
    net::io_context context;
    std::vector<std::string> failures;
    task_group group{[this](std::string_view what, std::exception_ptr failure) {
        try {
            std::rethrow_exception(failure);
        } catch (const std::exception& error) {
            failures.push_back(std::string(what) + ": " + error.what());
        }
    }};
};

}  // namespace

TEST_CASE_METHOD(fixture, "task group: counts what runs and waits for its end", "[async]")
{
    int done = 0;
    CHECK(group.wait_for(0ms));
    group.spawn(context.get_executor(), count(done), "count");
    group.spawn(context.get_executor(), count(done), "count");
    CHECK(group.running() == 2);
    CHECK_FALSE(group.wait_for(0ms));

    context.run();

    CHECK(done == 2);
    CHECK(group.running() == 0);
    CHECK(group.wait_for(0ms));
    CHECK(failures.empty());
}

TEST_CASE_METHOD(fixture, "task group: what escapes is reported and stops no other", "[async]")
{
    int done = 0;
    group.spawn(context.get_executor(), fail(), "worker");
    group.spawn(context.get_executor(), count(done), "count");

    context.run();

    CHECK(failures == std::vector<std::string>{"worker: broken"});
    CHECK(done == 1);
    CHECK(group.running() == 0);
}

TEST_CASE_METHOD(
    fixture,
    "task group: cancelling ends every coroutine, which is no failure",
    "[async]")
{
    int cleaned_up = 0;
    for (int i = 0; i < 3; ++i)
        group.spawn(context.get_executor(), wait_for_ever(cleaned_up), "wait");
    context.poll();
    CHECK(group.running() == 3);

    group.cancel();
    context.run();

    CHECK(cleaned_up == 3);
    CHECK(group.running() == 0);
    CHECK(failures.empty());
}

TEST_CASE_METHOD(fixture, "task group: cancelled, it starts nothing more", "[async]")
{
    int done = 0;
    group.cancel();
    group.spawn(context.get_executor(), count(done), "count");

    context.run();

    CHECK(done == 0);
    CHECK(group.running() == 0);
}

TEST_CASE("task group: may go before what it spawned", "[async]")
{
    net::io_context context;
    int done = 0;
    int failures = 0;
    {
        task_group group([&failures](std::string_view, std::exception_ptr) { ++failures; });
        group.spawn(context.get_executor(), count(done), "count");
        group.spawn(context.get_executor(), fail(), "fail");
    }

    context.run();

    CHECK(done == 1);
    CHECK(failures == 1);
}
