#include "server/queue/queue_metrics.hpp"

#include "tests/support/catch.hpp"

#include <string>

using namespace rejoinder;

TEST_CASE("queue metrics: appenders count in the same series", "[queue][metrics]")
{
    telemetry::metrics metrics;
    queue::queue_metrics one(metrics);
    queue::queue_metrics two(metrics);
    const std::string outcome =
        GENERATE("queued", "repeated", "reused", "full", "limited", "unavailable");

    one.count(outcome);
    two.count(outcome);
    one.observe_append(0.004);

    const auto shown = metrics.exposition();
    CHECK(shown.find("rejoinder_submissions_total{outcome=\"" + outcome + "\"} 2\n") != shown.npos);
    CHECK(shown.find("rejoinder_append_seconds_count 1\n") != shown.npos);
}
