#pragma once

#include "server/queue/partition.hpp"
#include "server/queue/queue_metrics.hpp"
#include "server/queue/queue_settings.hpp"
#include "server/queue/submission_queue.hpp"

#include <string_view>
#include <vector>

namespace rejoinder::redis {
class connection;
class reply;
}  // namespace rejoinder::redis

namespace rejoinder::queue {

/// Appends submissions to the Redis streams by the submit script, many at a time over one
/// connection.
///
/// When Redis does not answer in time, the submission may or may not have been queued. It is
/// refused as temporarily unavailable, and the sender's retry under the same idempotency key makes
/// it one submission either way.
class redis_submission_appender final : public submission_appender {
public:
    /// The connection and the metrics belong to the application and outlive the appender; the
    /// connection is one of this core. `prefix` begins every key.
    redis_submission_appender(
        redis::connection& connection,
        std::string_view prefix,
        queue_settings settings,
        telemetry::metrics& metrics);

    awaitable<model::result<queued>> append(sealed_submission submission) override;

private:
    model::result<queued> result_of(const redis::reply& answer);
    model::refusal unavailable(std::string_view why);

    redis::connection& connection_;
    queue_settings settings_;
    std::vector<partition> partitions_;
    queue_metrics metrics_;
};

}  // namespace rejoinder::queue
