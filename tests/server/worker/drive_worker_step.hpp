#pragma once

#include "server/worker/worker_step.hpp"
#include "tests/support/catch.hpp"

#include <cstddef>
#include <vector>

namespace rejoinder::tests {

using namespace worker;
using namespace std::chrono_literals;

inline constexpr int attempts_max = 5;
inline constexpr worker_step::time_point start{};

inline worker_settings settings()
{
    worker_settings values;
    values.batch_max = 10;
    values.wait = 1'000ms;
    values.reclaim_every = 5'000ms;
    values.back_off_min = 100ms;
    values.back_off_max = 1'000ms;
    return values;
}

using items = std::vector<std::size_t>;

/// A step that has found nothing unfinished and nothing to reclaim, and waits for new entries.
inline worker_step idle_step()
{
    worker_step step(settings(), attempts_max);
    REQUIRE(step.next(start).what == activity::take_unfinished);
    step.taken({}, 0);
    REQUIRE(step.next(start).what == activity::reclaim);
    step.taken({}, 0);
    return step;
}

/// An idle step that has just taken entries, delivered so often each.
inline worker_step holding(const std::vector<int>& attempts)
{
    auto step = idle_step();
    REQUIRE(step.next(start).what == activity::take);
    step.taken(attempts, 0);
    return step;
}

/// Expects to store these together, and says how it went.
inline void expect_store(worker_step& step, const items& expected, store_outcome outcome)
{
    const auto next = step.next(start);
    REQUIRE(next.what == activity::store);
    REQUIRE(next.items == expected);
    step.stored(outcome);
}

inline void expect_done(worker_step& step, activity what, const items& expected = {})
{
    const auto next = step.next(start);
    REQUIRE(next.what == what);
    REQUIRE(next.items == expected);
    step.done();
}

inline void expect_pause(worker_step& step, std::chrono::milliseconds delay)
{
    const auto next = step.next(start);
    REQUIRE(next.what == activity::pause);
    REQUIRE(next.delay == delay);
    step.done();
}

inline activity what_next(worker_step& step)
{
    return step.next(start).what;
}

inline constexpr auto stored = store_outcome::stored;
inline constexpr auto items_failed = store_outcome::items_failed;
inline constexpr auto storage_failed = store_outcome::storage_failed;

}  // namespace rejoinder::tests
