#pragma once

#include "moderation/verdict.hpp"
#include "server/model/time.hpp"
#include "server/telemetry/metrics.hpp"

#include <map>
#include <string_view>
#include <utility>

namespace rejoinder::worker {

/// What the worker counts. Several workers of a process count in the same series.
class worker_metrics {
public:
    /// The metrics must outlive this. From one thread at a time.
    explicit worker_metrics(telemetry::metrics& metrics);

    void count_batch() { batches_.increment(); }
    void count_dead_letters(std::size_t count);

    /// One comment has been stored for the first time. The lag is the time since it was submitted.
    void count_comment(const moderation::verdict& verdict, model::timestamp submitted_at);

    void count_redis_failure() { redis_failures_.increment(); }
    void count_storage_failure() { storage_failures_.increment(); }
    void count_item_failure() { item_failures_.increment(); }

private:
    telemetry::counter& counter_of(moderation::verdict_kind verdict) noexcept;

    telemetry::counter& counter_of(const moderation::finding& found);

    telemetry::metrics& metrics_;
    std::map<std::pair<moderation::reason, bool>, telemetry::counter> findings_;
    telemetry::counter batches_;
    telemetry::counter dead_letters_;
    telemetry::counter published_;
    telemetry::counter held_;
    telemetry::counter spam_;
    telemetry::counter rejected_;
    telemetry::counter redis_failures_;
    telemetry::counter storage_failures_;
    telemetry::counter item_failures_;
    telemetry::histogram lag_;
};

}  // namespace rejoinder::worker
