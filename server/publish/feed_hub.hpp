#pragma once

#include "server/async/net.hpp"
#include "server/publish/event_stream.hpp"
#include "server/publish/feed_shard.hpp"
#include "server/publish/publish_settings.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

namespace rejoinder::publish {

class snapshot_cache;

/// Follows the event stream by id and tells this node of every change: its snapshots are
/// invalidated first, then the feeds of every core get the event. A node that was cut off catches
/// up by id.
class feed_hub {
public:
    /// All belong to the application and outlive the hub. The stream's connection is used by nobody
    /// else, because following blocks it.
    feed_hub(event_stream& stream, snapshot_cache& snapshots, publish_settings settings);

    /// The feeds of one core. To be called for each core before run(), from then on used only on
    /// it.
    feed_shard& add_shard(net::any_io_executor executor);

    /// Runs until cancelled. Survives the loss of Redis.
    awaitable<void> run();

    /// Hands notices to the desks of every core. From the thread of run() only.
    void tell_desks(std::vector<feed_message> notices);

    /// Whether changes are seen as they happen.
    bool following() const noexcept { return following_; }

private:
    struct core_feeds {
        net::any_io_executor executor;
        std::unique_ptr<feed_shard> feeds;
    };

    awaitable<void> catch_up();
    awaitable<void> follow();
    void deliver(std::vector<feed_message> messages);
    void reset(std::int64_t latest);

    event_stream& stream_;
    snapshot_cache& snapshots_;
    publish_settings settings_;
    std::vector<core_feeds> cores_;
    std::int64_t position_ = -1;  ///< Last event seen; -1 before the first look at the stream.
    std::atomic<bool> following_{false};
};

}  // namespace rejoinder::publish
