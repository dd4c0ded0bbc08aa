#pragma once

#include "server/config/config.hpp"
#include "server/foundation.hpp"
#include "server/publish/event_stream.hpp"
#include "server/publish/feed_hub.hpp"
#include "server/publish/notice_feed.hpp"
#include "server/publish/outbox_relay.hpp"
#include "server/queue/redis_submission_source.hpp"
#include "server/redis/connection.hpp"
#include "server/rules/rules_keeper.hpp"
#include "server/worker/moderation_worker.hpp"

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace rejoinder::async {
class task_group;
}

namespace rejoinder {

/// What runs behind the connections of readers, all on one executor: the worker, the outbox relay,
/// the hub that follows the event stream, and their Redis connections.
class background {
public:
    background(
        foundation& base,
        const config::config& settings,
        publish::snapshot_cache& snapshots,
        net::any_io_executor executor);

    void start(async::task_group& tasks, bool with_worker);

    /// Lets the worker store and acknowledge what it has in hand; returns when it has, or after a
    /// bounded time. From a thread that the executor does not run on.
    void finish_batch();

    /// Ends the connections.
    void stop();

    bool redis_connected() const noexcept { return commands_.connected(); }

    /// Settings of Redis under which acknowledged is not kept, as last seen. On the executor only.
    const std::vector<std::string>& broken_promises() const noexcept { return broken_promises_; }

private:
    awaitable<void> work();
    awaitable<void> watch_promises();
    awaitable<void> measure_queue();

    foundation& base_;
    const config::config& settings_;
    net::any_io_executor executor_;

public:
    rules::rules_keeper rules;

private:
    redis::connection commands_;   ///< Never blocked: appends events, acknowledges, asks.
    redis::connection taking_;     ///< Blocked by the worker that waits for submissions.
    redis::connection following_;  ///< Blocked by the hub that waits for events.
    redis::connection noticing_;   ///< Blocked by the feed that waits for notices.
    publish::event_stream appended_;
    publish::event_stream followed_;
    queue::redis_submission_source source_;
    std::atomic<bool> working_{false};
    std::vector<std::string> broken_promises_;

public:
    publish::outbox_relay relay;
    publish::feed_hub hub;

private:
    publish::notice_feed notices_;
    worker::moderation_worker worker_;
};

}  // namespace rejoinder
