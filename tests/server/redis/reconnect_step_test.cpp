#include "server/redis/reconnect_step.hpp"

#include "tests/support/catch.hpp"

#include <vector>

using namespace std::chrono_literals;
using rejoinder::redis::reconnect_step;

namespace {

std::vector<long> pauses(reconnect_step& step, double chance, int count)
{
    std::vector<long> all;
    for (int i = 0; i < count; ++i)
        all.push_back(step.pause_after_loss(chance).count());
    return all;
}

}  // namespace

TEST_CASE("reconnect step: the pause doubles from the least to the most and stays", "[redis]")
{
    reconnect_step step(50ms, 2s);
    CHECK(pauses(step, 1, 8) == std::vector<long>{50, 100, 200, 400, 800, 1600, 2000, 2000});
}

TEST_CASE("reconnect step: chance takes away at most a quarter", "[redis]")
{
    const double chance = GENERATE(-1.0, 0.0, 0.25, 0.5, 0.999, 1.0, 2.0);
    reconnect_step step(100ms, 10s);

    long whole = 100;
    for (const auto pause : pauses(step, chance, 10)) {
        CHECK(pause >= whole * 3 / 4);
        CHECK(pause <= whole);
        whole = std::min(whole * 2, 10'000L);
    }
}

TEST_CASE("reconnect step: a working connection starts over", "[redis]")
{
    reconnect_step step(50ms, 2s);
    pauses(step, 1, 5);
    CHECK(step.losses() == 5);

    step.connected();

    CHECK(step.losses() == 0);
    CHECK(pauses(step, 1, 2) == std::vector<long>{50, 100});
}

TEST_CASE("reconnect step: it never gives up, nor overflows", "[redis]")
{
    reconnect_step step(1ms, 600s);
    const auto all = pauses(step, 1, 10'000);
    CHECK(all.back() == 600'000);
    CHECK(step.losses() == 10'000);
}

TEST_CASE("reconnect step: a most below the least counts as the least", "[redis]")
{
    reconnect_step step(100ms, 10ms);
    CHECK(pauses(step, 1, 3) == std::vector<long>{100, 100, 100});
}
