#include "server/async/io_pool.hpp"

#include "tests/support/catch.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <future>
#include <set>
#include <thread>

using namespace rejoinder;
using async::io_pool;

namespace {

std::thread::id thread_of(net::io_context& context)
{
    std::promise<std::thread::id> promise;
    net::post(context, [&promise] { promise.set_value(std::this_thread::get_id()); });
    return promise.get_future().get();
}

}  // namespace

TEST_CASE("io pool: each context has one thread of its own", "[async]")
{
    io_pool pool(3);
    REQUIRE(pool.size() == 3);
    pool.start();

    std::set<std::thread::id> threads = {std::this_thread::get_id()};
    for (std::size_t i = 0; i < pool.size(); ++i) {
        const auto first = thread_of(pool.context(i));
        CHECK(thread_of(pool.context(i)) == first);
        threads.insert(first);
    }
    CHECK(threads.size() == 4);
}

TEST_CASE("io pool: joining waits for all the work there is", "[async]")
{
    io_pool pool(2);
    std::atomic<int> done{0};
    pool.start();
    for (int i = 0; i < 100; ++i)
        net::post(pool.context(i % 2), [&pool, &done, i] {
            net::post(pool.context(i % 2), [&done] { ++done; });
        });

    pool.join();

    CHECK(done == 100);
}

TEST_CASE("io pool: stopping does not wait for timers", "[async]")
{
    io_pool pool(1);
    net::steady_timer timer(pool.context(0), std::chrono::hours(1));
    bool expired = false;
    timer.async_wait([&expired](const boost::system::error_code&) { expired = true; });
    pool.start();

    pool.stop();

    CHECK_FALSE(expired);
}

TEST_CASE("io pool: one that never started, or was stopped, may go", "[async]")
{
    io_pool never(2);
    io_pool stopped(2);
    stopped.start();
    stopped.stop();
    CHECK_NOTHROW(stopped.stop());
    CHECK(never.size() == 2);
}
