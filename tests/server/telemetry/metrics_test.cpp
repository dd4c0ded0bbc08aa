#include "server/telemetry/metrics.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <sstream>
#include <vector>

using rejoinder::telemetry::latency_bounds;
using rejoinder::telemetry::metrics;

namespace {

bool has_line(const metrics& all, const std::string& wanted)
{
    std::istringstream text(all.exposition());
    for (std::string line; std::getline(text, line);)
        if (line == wanted)
            return true;
    return false;
}

}  // namespace

TEST_CASE("metrics: nothing measured is nothing said", "[telemetry][metrics]")
{
    CHECK(metrics().exposition().empty());
}

TEST_CASE(
    "metrics: a counter grows, with help and type in Prometheus' text",
    "[telemetry][metrics]")
{
    metrics all;
    auto comments = all.make_counter("rejoinder_comments_total", "Comments.", {{"as", "spam"}});
    comments.increment();
    comments.increment(2);

    CHECK(
        all.exposition() == "# HELP rejoinder_comments_total Comments.\n"
                            "# TYPE rejoinder_comments_total counter\n"
                            "rejoinder_comments_total{as=\"spam\"} 3\n");
}

TEST_CASE("metrics: a gauge goes up and down", "[telemetry][metrics]")
{
    metrics all;
    auto depth = all.make_gauge("rejoinder_waiting", "Waiting.");
    depth.set(5);
    depth.increment(2);
    depth.decrement();

    CHECK(has_line(all, "rejoinder_waiting 6"));
}

TEST_CASE("metrics: a histogram counts in buckets up to their bound", "[telemetry][metrics]")
{
    metrics all;
    auto latency = all.make_histogram("rejoinder_wait_seconds", "Wait.", {0.1, 1});
    for (const double seconds : {0.05, 0.1, 0.5, 5.0})
        latency.observe(seconds);

    CHECK(has_line(all, "rejoinder_wait_seconds_bucket{le=\"0.1\"} 2"));
    CHECK(has_line(all, "rejoinder_wait_seconds_bucket{le=\"1\"} 3"));
    CHECK(has_line(all, "rejoinder_wait_seconds_bucket{le=\"+Inf\"} 4"));
    CHECK(has_line(all, "rejoinder_wait_seconds_count 4"));
}

TEST_CASE("metrics: one name with other labels is another number", "[telemetry][metrics]")
{
    metrics all;
    all.make_counter("rejoinder_x_total", "X.", {{"as", "a"}}).increment(1);
    all.make_counter("rejoinder_x_total", "X.", {{"as", "b"}}).increment(2);
    all.make_counter("rejoinder_x_total", "X.", {{"as", "a"}}).increment(4);

    CHECK(has_line(all, "rejoinder_x_total{as=\"a\"} 5"));
    CHECK(has_line(all, "rejoinder_x_total{as=\"b\"} 2"));
}

TEST_CASE(
    "metrics: the bounds of latencies rise from half a millisecond to ten seconds",
    "[telemetry][metrics]")
{
    const auto bounds = latency_bounds();
    CHECK(bounds.front() == 0.0005);
    CHECK(bounds.back() == 10);
    CHECK(std::is_sorted(bounds.begin(), bounds.end()));
    CHECK(std::adjacent_find(bounds.begin(), bounds.end()) == bounds.end());
}
