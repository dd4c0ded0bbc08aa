#include "server/worker/worker_metrics.hpp"

#include "tests/server/worker/has_line.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using moderation::verdict_kind;
using rejoinder::tests::has_line;

TEST_CASE("worker metrics: comments are counted by verdict", "[worker][metrics]")
{
    telemetry::metrics metrics;
    worker::worker_metrics one(metrics);
    worker::worker_metrics two(metrics);

    one.count_comment({.kind = verdict_kind::publish}, model::now());
    two.count_comment({.kind = verdict_kind::publish}, model::now() + std::chrono::hours(1));
    one.count_comment({.kind = verdict_kind::reject}, model::now() - std::chrono::seconds(20));

    CHECK(has_line(metrics, R"(rejoinder_comments_judged_total{verdict="publish"} 2)"));
    CHECK(has_line(metrics, R"(rejoinder_comments_judged_total{verdict="reject"} 1)"));
    CHECK(has_line(metrics, R"(rejoinder_comments_judged_total{verdict="hold"} 0)"));
    CHECK(has_line(metrics, R"(rejoinder_judging_lag_seconds_bucket{le="10"} 2)"));
    CHECK(has_line(metrics, R"(rejoinder_judging_lag_seconds_bucket{le="30"} 3)"));
}

TEST_CASE("worker metrics: batches, dead letters and failures are counted", "[worker][metrics]")
{
    telemetry::metrics metrics;
    worker::worker_metrics counts(metrics);

    counts.count_batch();
    counts.count_dead_letters(3);
    counts.count_redis_failure();
    counts.count_storage_failure();
    counts.count_item_failure();

    CHECK(has_line(metrics, "rejoinder_worker_batches_total 1"));
    CHECK(has_line(metrics, "rejoinder_dead_letters_total 3"));
    CHECK(has_line(metrics, R"(rejoinder_worker_failures_total{of="redis"} 1)"));
    CHECK(has_line(metrics, R"(rejoinder_worker_failures_total{of="storage"} 1)"));
    CHECK(has_line(metrics, R"(rejoinder_worker_failures_total{of="items"} 1)"));
}

TEST_CASE("worker metrics: findings are counted by reason, silent ones apart", "[worker][metrics]")
{
    telemetry::metrics metrics;
    worker::worker_metrics counts(metrics);
    moderation::verdict verdict;
    verdict.found = {
        {.reason = moderation::reason::shouting},
        {.reason = moderation::reason::flood, .silent = true},
    };

    counts.count_comment(verdict, model::now());
    counts.count_comment(verdict, model::now());

    CHECK(has_line(metrics, R"(rejoinder_findings_total{reason="shouting",silent="false"} 2)"));
    CHECK(has_line(metrics, R"(rejoinder_findings_total{reason="flood",silent="true"} 2)"));
}
