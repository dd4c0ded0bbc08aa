#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace rejoinder::publish {

/// The "publish" section of config/rejoinder.json.
struct publish_settings {
    std::int64_t stream_events_max = 100'000;  ///< Kept in Redis for nodes that were cut off.
    std::size_t history_events_max = 10'000;   ///< Kept in memory for readers that resume.
    /// What a reader who resumes is told one by one; who missed more fetches anew. Both are half of
    /// what a WebSocket's outbox holds: who got more at once would be closed as too slow, each
    /// time.
    std::size_t replay_messages_max = 128;
    std::size_t replay_bytes_max = 256 << 10;
    std::size_t snapshot_bytes_max = 128 << 20;    ///< For the first pages kept ready.
    std::chrono::milliseconds render_every{100};   ///< A story to which comments are added fast.
    std::chrono::milliseconds stale_after{1'000};  ///< Age of a snapshot while cut off from Redis.
    std::chrono::milliseconds deadline{2'000};
};

}  // namespace rejoinder::publish
