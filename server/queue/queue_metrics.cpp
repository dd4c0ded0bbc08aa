#include "server/queue/queue_metrics.hpp"

namespace rejoinder::queue {

namespace {

telemetry::counter outcome_counter(telemetry::metrics& metrics, const char* outcome)
{
    return metrics.make_counter(
        "rejoinder_submissions_total",
        "Submissions by what appending them to the queue came to.",
        {{"outcome", outcome}});
}

}  // namespace

queue_metrics::queue_metrics(telemetry::metrics& metrics)
    : queued_(outcome_counter(metrics, "queued")),
      repeated_(outcome_counter(metrics, "repeated")),
      reused_(outcome_counter(metrics, "reused")),
      full_(outcome_counter(metrics, "full")),
      limited_(outcome_counter(metrics, "limited")),
      unavailable_(outcome_counter(metrics, "unavailable")),
      append_(metrics.make_histogram(
          "rejoinder_append_seconds",
          "Time until a submission was durable in the queue, or refused.",
          telemetry::latency_bounds()))
{
}

void queue_metrics::count(std::string_view outcome)
{
    if (outcome == "queued")
        queued_.increment();
    else if (outcome == "repeated")
        repeated_.increment();
    else if (outcome == "reused")
        reused_.increment();
    else if (outcome == "full")
        full_.increment();
    else if (outcome == "limited")
        limited_.increment();
    else
        unavailable_.increment();
}

}  // namespace rejoinder::queue
