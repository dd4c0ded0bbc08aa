#include "server/worker/worker_metrics.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace rejoinder::worker {

namespace {

telemetry::counter verdict_counter(telemetry::metrics& metrics, moderation::verdict_kind verdict)
{
    return metrics.make_counter(
        "rejoinder_comments_judged_total",
        "Comments stored, by the verdict of the filters.",
        {{"verdict", std::string(moderation::to_string(verdict))}});
}

telemetry::counter failure_counter(telemetry::metrics& metrics, const char* of)
{
    return metrics.make_counter(
        "rejoinder_worker_failures_total",
        "What the worker could not do, by whose fault it was.",
        {{"of", of}});
}

/// In seconds: from what a reader does not notice to what an outage leaves behind.
std::vector<double> lag_bounds()
{
    return {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1'800, 7'200};
}

}  // namespace

worker_metrics::worker_metrics(telemetry::metrics& metrics)
    : metrics_(metrics),
      batches_(metrics.make_counter(
          "rejoinder_worker_batches_total",
          "Batches of submissions judged and stored in one transaction.")),
      dead_letters_(metrics.make_counter(
          "rejoinder_dead_letters_total",
          "Entries parked because they are no submissions or failed too often.")),
      published_(verdict_counter(metrics, moderation::verdict_kind::publish)),
      held_(verdict_counter(metrics, moderation::verdict_kind::hold)),
      spam_(verdict_counter(metrics, moderation::verdict_kind::spam)),
      rejected_(verdict_counter(metrics, moderation::verdict_kind::reject)),
      redis_failures_(failure_counter(metrics, "redis")),
      storage_failures_(failure_counter(metrics, "storage")),
      item_failures_(failure_counter(metrics, "items")),
      lag_(metrics.make_histogram(
          "rejoinder_judging_lag_seconds",
          "Time from a comment's submission until it was judged and stored.",
          lag_bounds()))
{
}

void worker_metrics::count_dead_letters(std::size_t count)
{
    dead_letters_.increment(static_cast<double>(count));
}

void worker_metrics::count_comment(
    const moderation::verdict& verdict,
    model::timestamp submitted_at)
{
    counter_of(verdict.kind).increment();
    for (const auto& found : verdict.found)
        counter_of(found).increment();
    const std::chrono::duration<double> lag = model::now() - submitted_at;
    lag_.observe(std::max(0.0, lag.count()));  // Clocks of two machines may differ.
}

telemetry::counter& worker_metrics::counter_of(const moderation::finding& found)
{
    const auto key = std::pair(found.reason, found.silent);
    const auto known = findings_.find(key);
    if (known != findings_.end())
        return known->second;
    auto fresh = metrics_.make_counter(
        "rejoinder_findings_total",
        "What the filters found in stored comments; silent findings had no say.",
        {{"reason", std::string(moderation::to_string(found.reason))},
         {"silent", found.silent ? "true" : "false"}});
    return findings_.emplace(key, fresh).first->second;
}

telemetry::counter& worker_metrics::counter_of(moderation::verdict_kind verdict) noexcept
{
    switch (verdict) {
    case moderation::verdict_kind::publish:
        return published_;
    case moderation::verdict_kind::hold:
        return held_;
    case moderation::verdict_kind::spam:
        return spam_;
    case moderation::verdict_kind::reject:
        return rejected_;
    }
    return held_;
}

}  // namespace rejoinder::worker
