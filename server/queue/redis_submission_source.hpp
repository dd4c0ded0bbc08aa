#pragma once

#include "server/queue/partition.hpp"
#include "server/queue/queue_settings.hpp"
#include "server/queue/submission_queue.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::redis {
class connection;
class reply;
}  // namespace rejoinder::redis

namespace rejoinder::queue {

/// Takes submissions from the Redis streams as one consumer of the workers' group.
///
/// Every verb throws boost::system::system_error when Redis fails. Since what was taken stays
/// assigned to this consumer until it is acknowledged, a failure loses nothing: take_unfinished
/// brings it again.
class redis_submission_source final : public submission_source {
public:
    /// Waiting blocks its connection, so everything else goes over the other one. Both belong to
    /// the application and outlive the source. `consumer` names this worker: the same name after a
    /// restart finds what it had in hand, and no two living workers may share one.
    redis_submission_source(
        redis::connection& waiting,
        redis::connection& commands,
        std::string_view prefix,
        std::string consumer,
        queue_settings settings);

    /// Goes through the unfinished entries from call to call; an empty batch says that all have
    /// been seen, and the next call begins anew.
    awaitable<batch> take_unfinished(int limit) override;

    /// With several partitions the limit is shared among them, at least one entry each.
    awaitable<batch> take(int limit, std::chrono::milliseconds wait) override;
    awaitable<batch> reclaim(int limit) override;
    awaitable<void> acknowledge(std::vector<delivery> done) override;
    awaitable<void> park(std::vector<undeliverable> broken) override;

private:
    /// A partition with how far this consumer has gone through its two lists.
    struct progress {
        partition keys;
        bool unfinished_seen = false;
        std::string unfinished_after = "0";
        std::string reclaimed_to = "0-0";
    };

    awaitable<void> create_groups();
    awaitable<redis::reply> take_by(
        std::string_view script,
        const progress& from,
        std::string position,
        int limit);
    void add(
        batch& taken,
        const progress& from,
        const std::string& id,
        int attempts,
        std::string entry) const;
    const partition& partition_with(const std::string& stream) const;
    int share_of(int limit) const;

    redis::connection& waiting_;
    redis::connection& commands_;
    std::string consumer_;
    queue_settings settings_;
    std::vector<progress> places_;
};

}  // namespace rejoinder::queue
