#include "server/worker/worker_step.hpp"
#include "tests/server/worker/drive_worker_step.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::tests;

TEST_CASE("worker step: what fails together is tried one by one", "[worker][step]")
{
    auto step = holding({1, 1, 1});

    expect_store(step, {0, 1, 2}, GENERATE(items_failed, storage_failed));
    expect_store(step, {0}, stored);
    expect_done(step, activity::acknowledge, {0});
    expect_store(step, {1}, items_failed);
    expect_store(step, {2}, stored);
    expect_done(step, activity::acknowledge, {2});

    // The failing one stays unacknowledged and will be reclaimed.
    CHECK(what_next(step) == activity::take);
    CHECK_FALSE(step.storage_down());
}

TEST_CASE("worker step: a failing entry is parked at its last attempt", "[worker][step]")
{
    const auto attempts = GENERATE(1, 2, 3, 4, 5, 6, 100);
    CAPTURE(attempts);
    auto step = holding({attempts});

    expect_store(step, {0}, items_failed);

    if (attempts >= attempts_max)
        expect_done(step, activity::park, {0});
    CHECK(what_next(step) == activity::take);
}

TEST_CASE("worker step: a refusal counts once two passes stored others", "[worker][step]")
{
    // Before or after the refused one: an outage may end or begin between the two.
    const std::size_t refused = GENERATE(0, 1);
    auto step = holding({6, 6});
    for (const std::size_t item : {1U, 0U}) {  // From the end, for an even count.
        expect_store(step, {item}, item == refused ? storage_failed : stored);
        if (item != refused)
            expect_done(step, activity::acknowledge, {item});
    }
    expect_pause(step, 100ms);
    REQUIRE(what_next(step) == activity::take_more);

    SECTION("it is stored, so it was an outage")
    {
        step.taken({}, 0);
        expect_store(step, {refused}, stored);
        expect_done(step, activity::acknowledge, {refused});
    }
    SECTION("it is refused beside another")
    {
        step.taken({1}, 0);
        expect_store(step, {2}, stored);
        expect_done(step, activity::acknowledge, {2});
        expect_store(step, {refused}, storage_failed);
        expect_done(step, activity::park, {refused});
    }
    CHECK(what_next(step) == activity::take);
}

TEST_CASE("worker step: a refused entry below its last attempt is let go", "[worker][step]")
{
    auto step = holding({1, 1});
    expect_store(step, {0, 1}, storage_failed);
    expect_store(step, {0}, stored);
    expect_done(step, activity::acknowledge, {0});
    expect_store(step, {1}, storage_failed);

    CHECK(what_next(step) == activity::take);
    CHECK_FALSE(step.storage_down());
}

TEST_CASE("worker step: nobody is parked while the storage takes nothing", "[worker][step]")
{
    auto step = holding({100, 100});  // However often they have been delivered.

    for (int round = 0; round < 100; ++round) {
        REQUIRE(what_next(step) == activity::store);
        step.stored(storage_failed);
        REQUIRE(what_next(step) == activity::store);
        step.stored(storage_failed);
        REQUIRE(step.storage_down());
        REQUIRE(what_next(step) == activity::pause);
        step.done();
        REQUIRE(what_next(step) == activity::take_more);
        step.taken({}, 0);
    }

    for (int item = 0; item < 2; ++item) {
        REQUIRE(what_next(step) == activity::store);
        step.stored(stored);
        REQUIRE(what_next(step) == activity::acknowledge);
        step.done();
    }
    CHECK(what_next(step) == activity::take);
    CHECK_FALSE(step.storage_down());
}

TEST_CASE("worker step: delays grow and are bounded", "[worker][step]")
{
    auto step = holding({1});

    for (const auto delay : {100ms, 200ms, 400ms, 800ms, 1'000ms, 1'000ms}) {
        expect_store(step, {0}, storage_failed);
        expect_pause(step, delay);
        REQUIRE(what_next(step) == activity::take_more);
        step.taken({}, 0);
    }
    expect_store(step, {0}, stored);
    expect_done(step, activity::acknowledge, {0});

    // The next outage begins anew.
    REQUIRE(what_next(step) == activity::take);
    step.taken({1}, 0);
    expect_store(step, {0}, storage_failed);
    expect_pause(step, 100ms);
}

TEST_CASE("worker step: a dead storage is not asked for each entry", "[worker][step]")
{
    auto step = holding({1, 1, 1, 1, 1});

    expect_store(step, {0, 1, 2, 3, 4}, storage_failed);
    expect_store(step, {0}, storage_failed);
    expect_store(step, {1}, storage_failed);
    expect_store(step, {2}, storage_failed);
    expect_pause(step, 100ms);
    REQUIRE(what_next(step) == activity::take_more);
    step.taken({}, 0);

    // Once it answers again, all go together; those not reached before go first.
    expect_store(step, {3, 4, 0, 1, 2}, stored);
    expect_done(step, activity::acknowledge, {3, 4, 0, 1, 2});
    CHECK(what_next(step) == activity::take);
}

TEST_CASE("worker step: many refused entries do not hide a good one behind them", "[worker][step]")
{
    auto step = holding({5, 1, 1, 1});
    expect_store(step, {1, 2, 3}, storage_failed);
    for (const std::size_t item : {1U, 2U, 3U})
        expect_store(step, {item}, storage_failed);
    expect_pause(step, 100ms);
    REQUIRE(what_next(step) == activity::take_more);
    step.taken({}, 0);

    // The suspect was not reached, but the batch comes first again; then it is its turn.
    expect_store(step, {1, 2, 3}, stored);
    expect_done(step, activity::acknowledge, {1, 2, 3});
    expect_store(step, {0}, stored);
    expect_done(step, activity::acknowledge, {0});
    CHECK(what_next(step) == activity::take);
}

TEST_CASE("worker step: new entries join those that wait for the storage", "[worker][step]")
{
    auto step = holding({1});
    expect_store(step, {0}, storage_failed);
    expect_pause(step, 100ms);

    const auto more = step.next(start);
    REQUIRE(more.what == activity::take_more);
    CHECK(more.limit == 9);
    CHECK(more.delay == 0ms);
    step.taken({1, 1}, 1);
    expect_done(step, activity::park_broken);

    expect_store(step, {0, 1, 2}, storage_failed);
    expect_store(step, {0}, storage_failed);
    expect_store(step, {1}, stored);
    expect_done(step, activity::acknowledge, {1});
    expect_store(step, {2}, stored);
    expect_done(step, activity::acknowledge, {2});
    CHECK(what_next(step) == activity::take);
}

TEST_CASE("worker step: a full hand takes nothing more", "[worker][step]")
{
    auto step = holding(std::vector<int>(10, 1));
    REQUIRE(what_next(step) == activity::store);
    step.stored(storage_failed);
    for (const std::size_t item : {0U, 1U, 2U})
        expect_store(step, {item}, storage_failed);
    expect_pause(step, 100ms);

    const auto next = step.next(start);
    CHECK(next.what == activity::store);
    CHECK(next.items.size() == 10);
}

TEST_CASE("worker step: suspects are tried alone, from changing ends", "[worker][step]")
{
    const auto attempts = GENERATE(3, 4);
    auto step = holding({attempts, 1, attempts, 1});
    expect_store(step, {1, 3}, stored);
    expect_done(step, activity::acknowledge, {1, 3});

    const std::size_t first = attempts % 2 != 0 ? 0 : 2;
    const std::size_t second = 2 - first;
    expect_store(step, {first}, stored);
    expect_done(step, activity::acknowledge, {first});
    expect_store(step, {second}, stored);
    expect_done(step, activity::acknowledge, {second});
    CHECK(what_next(step) == activity::take);
}

TEST_CASE("worker step: what can only have killed its workers is parked untried", "[worker][step]")
{
    auto step = holding({101, 1});

    expect_store(step, {1}, stored);
    expect_done(step, activity::acknowledge, {1});
    expect_done(step, activity::park, {0});
    CHECK(what_next(step) == activity::take);
}
