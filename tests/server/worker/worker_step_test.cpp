#include "server/worker/worker_step.hpp"

#include "tests/server/worker/drive_worker_step.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::tests;

TEST_CASE("worker step: unfinished entries first, then others' and new ones", "[worker][step]")
{
    worker_step step(settings(), attempts_max);

    REQUIRE(step.next(start).what == activity::take_unfinished);
    REQUIRE(step.next(start).limit == 10);
    step.taken({2}, 0);
    expect_store(step, {0}, stored);
    expect_done(step, activity::acknowledge, {0});

    REQUIRE(what_next(step) == activity::take_unfinished);
    step.taken({}, 0);
    REQUIRE(what_next(step) == activity::reclaim);
    step.taken({}, 0);
    const auto take = step.next(start);
    CHECK(take.what == activity::take);
    CHECK(take.limit == 10);
    CHECK(take.delay == 1'000ms);
}

TEST_CASE("worker step: a batch is stored whole, then acknowledged whole", "[worker][step]")
{
    auto step = holding({1, 1, 2});

    expect_store(step, {0, 1, 2}, stored);
    expect_done(step, activity::acknowledge, {0, 1, 2});
    CHECK(what_next(step) == activity::take);
}

TEST_CASE("worker step: an empty take leads to the next one", "[worker][step]")
{
    auto step = idle_step();
    for (int i = 0; i < 3; ++i) {
        REQUIRE(what_next(step) == activity::take);
        step.taken({}, 0);
    }
}

TEST_CASE("worker step: reclaims from time to time, at once while there is more", "[worker][step]")
{
    auto step = idle_step();

    REQUIRE(step.next(start + 4'400ms).what == activity::take);
    CHECK(step.next(start + 4'400ms).delay == 600ms);  // Not beyond the next reclaim.
    step.taken({}, 0);

    REQUIRE(step.next(start + 5'000ms).what == activity::reclaim);
    step.taken({2}, 0);
    expect_store(step, {0}, stored);
    expect_done(step, activity::acknowledge, {0});

    REQUIRE(step.next(start + 5'001ms).what == activity::reclaim);
    step.taken({}, 0);
    REQUIRE(step.next(start + 5'002ms).what == activity::take);
}

TEST_CASE("worker step: what is no submission is parked before anything else", "[worker][step]")
{
    auto step = idle_step();
    REQUIRE(what_next(step) == activity::take);

    SECTION("with submissions beside it")
    {
        step.taken({1}, 2);
        expect_done(step, activity::park_broken);
        expect_store(step, {0}, stored);
        expect_done(step, activity::acknowledge, {0});
    }
    SECTION("alone")
    {
        step.taken({}, 1);
        expect_done(step, activity::park_broken);
    }
    CHECK(what_next(step) == activity::take);
}

TEST_CASE("worker step: after a failed take the unfinished come first", "[worker][step]")
{
    auto step = idle_step();
    REQUIRE(what_next(step) == activity::take);
    step.redis_failed();

    for (const auto delay : {100ms, 200ms}) {
        expect_pause(step, delay);
        REQUIRE(what_next(step) == activity::take_unfinished);
        step.redis_failed();
    }
    expect_pause(step, 400ms);
    REQUIRE(what_next(step) == activity::take_unfinished);
    step.taken({2}, 0);
    expect_store(step, {0}, stored);
    expect_done(step, activity::acknowledge, {0});
    REQUIRE(what_next(step) == activity::take_unfinished);
    step.taken({}, 0);
    CHECK(what_next(step) == activity::take);
}

TEST_CASE("worker step: what Redis did not hear is said again, not done again", "[worker][step]")
{
    SECTION("acknowledge")
    {
        auto step = holding({1});
        expect_store(step, {0}, stored);
        REQUIRE(what_next(step) == activity::acknowledge);
        step.redis_failed();
        expect_pause(step, 100ms);
        expect_done(step, activity::acknowledge, {0});
        CHECK(what_next(step) == activity::take);
    }
    SECTION("park")
    {
        auto step = holding({5});
        expect_store(step, {0}, items_failed);
        REQUIRE(what_next(step) == activity::park);
        step.redis_failed();
        expect_pause(step, 100ms);
        expect_done(step, activity::park, {0});
        CHECK(what_next(step) == activity::take);
    }
    SECTION("park what is broken")
    {
        auto step = idle_step();
        REQUIRE(what_next(step) == activity::take);
        step.taken({1}, 1);
        REQUIRE(what_next(step) == activity::park_broken);
        step.redis_failed();
        expect_pause(step, 100ms);
        expect_done(step, activity::park_broken);
        expect_store(step, {0}, stored);
    }
}

TEST_CASE("worker step: with Redis gone too, the storage is still tried", "[worker][step]")
{
    auto step = holding({1});
    expect_store(step, {0}, storage_failed);
    expect_pause(step, 100ms);
    REQUIRE(what_next(step) == activity::take_more);
    step.redis_failed();

    expect_store(step, {0}, stored);
    expect_done(step, activity::acknowledge, {0});
    CHECK(what_next(step) == activity::take_unfinished);
}

TEST_CASE("worker step: stopping finishes what is being stored and takes no more", "[worker][step]")
{
    SECTION("while waiting")
    {
        auto step = idle_step();
        REQUIRE(what_next(step) == activity::take);
        step.stop();
        step.taken({}, 0);
        CHECK(what_next(step) == activity::finish);
    }
    SECTION("with a batch in hand")
    {
        auto step = holding({1, 1});
        step.stop();
        expect_store(step, {0, 1}, stored);
        expect_done(step, activity::acknowledge, {0, 1});
        CHECK(what_next(step) == activity::finish);
    }
    SECTION("between entries tried alone")
    {
        auto step = holding({1, 1});
        expect_store(step, {0, 1}, items_failed);
        expect_store(step, {0}, stored);
        step.stop();
        expect_done(step, activity::acknowledge, {0});
        CHECK(what_next(step) == activity::finish);
    }
    SECTION("while the storage is down")
    {
        auto step = holding({1});
        expect_store(step, {0}, storage_failed);
        step.stop();
        CHECK(what_next(step) == activity::finish);
    }
    SECTION("while Redis is down")
    {
        auto step = holding({1});
        expect_store(step, {0}, stored);
        REQUIRE(what_next(step) == activity::acknowledge);
        step.redis_failed();
        step.stop();
        CHECK(what_next(step) == activity::finish);
    }
}
