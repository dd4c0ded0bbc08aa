#include "server/async/on_threads.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/run.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

using namespace rejoinder;
using async::on_threads;
using tests::run;

TEST_CASE("on threads: work runs elsewhere and its value comes back", "[async]")
{
    net::io_context context;
    net::thread_pool pool(1);

    const auto where = run(context, on_threads(pool, [] { return std::this_thread::get_id(); }));

    CHECK(where != std::this_thread::get_id());
}

TEST_CASE("on threads: work and value need not be copyable", "[async]")
{
    net::io_context context;
    net::thread_pool pool(1);
    auto number = std::make_unique<int>(7);
    auto work = [kept = std::move(number)]() mutable {
        return std::move(kept);
    };

    const auto made = run(context, on_threads(pool, std::move(work)));

    REQUIRE(made);
    CHECK(*made == 7);
}

TEST_CASE("on threads: what the work throws is thrown here", "[async]")
{
    net::io_context context;
    net::thread_pool pool(1);

    CHECK_THROWS_WITH(
        run(context, on_threads(pool, [] { throw std::runtime_error("disk full"); })),
        "disk full");
    CHECK_THROWS_WITH(
        run(context, on_threads(pool, []() -> int { throw std::runtime_error("disk full"); })),
        "disk full");
}

namespace {

awaitable<bool> comes_back(net::thread_pool& pool)
{
    const auto before = std::this_thread::get_id();
    auto work = [] {
    };
    co_await on_threads(pool, work);
    co_return std::this_thread::get_id() == before;
}

}  // namespace

TEST_CASE("on threads: the coroutine goes on where it was", "[async]")
{
    net::io_context context;
    net::thread_pool pool(2);

    CHECK(run(context, comes_back(pool)));
}
