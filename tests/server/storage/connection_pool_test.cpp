#include "server/storage/connection_pool.hpp"

#include "server/storage/storage_failure.hpp"
#include "tests/server/storage/sqlite_file.hpp"
#include "tests/support/catch.hpp"

#include <atomic>
#include <optional>
#include <stdexcept>
#include <thread>

using namespace rejoinder::storage;
using rejoinder::tests::sqlite_file;

namespace {

constexpr std::chrono::milliseconds at_once(0);

connection_pool::opener opener_of(const sqlite_file& file, int* opened = nullptr)
{
    return [&file, opened] {
        if (opened)
            ++*opened;
        return file.open();
    };
}

}  // namespace

TEST_CASE("connection pool: opens all its connections beforehand", "[storage][connection_pool]")
{
    const sqlite_file file;
    int opened = 0;
    connection_pool pool(3, opener_of(file, &opened), at_once);

    {
        const auto lent = pool.take();
    }
    CHECK(opened == 3);
}

TEST_CASE("connection pool: lends each connection once", "[storage][connection_pool]")
{
    const sqlite_file file;
    connection_pool pool(2, opener_of(file), at_once);
    const auto first = pool.take();
    {
        const auto second = pool.take();
        CHECK(&*first != &*second);
        CHECK_THROWS_AS(pool.take(), storage_failure);
    }

    CHECK_NOTHROW(pool.take());
}

TEST_CASE("connection pool: gets its connection back when work fails", "[storage][connection_pool]")
{
    const sqlite_file file;
    connection_pool pool(1, opener_of(file), at_once);
    const auto fail = [&] {
        const auto lent = pool.take();
        throw std::runtime_error("work");
    };

    CHECK_THROWS_AS(fail(), std::runtime_error);
    CHECK_NOTHROW(pool.take());
}

TEST_CASE("connection pool: who waits gets what comes back", "[storage][connection_pool]")
{
    const sqlite_file file;
    connection_pool pool(1, opener_of(file), std::chrono::minutes(1));
    std::atomic<int> using_it = 0;
    std::atomic<int> collisions = 0;

    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int turn = 0; turn < 50; ++turn) {
                const auto lent = pool.take();
                collisions += using_it++ == 0 ? 0 : 1;
                --using_it;
            }
        });
    for (auto& thread : threads)
        thread.join();

    CHECK(collisions == 0);
    CHECK_NOTHROW(pool.take());
}

TEST_CASE("connection pool: passes on what opening throws", "[storage][connection_pool]")
{
    const auto refuse = []() -> std::unique_ptr<soci::session> {
        throw soci::soci_error("no");
    };

    CHECK_THROWS_AS(connection_pool(1, refuse, at_once), soci::soci_error);
}
