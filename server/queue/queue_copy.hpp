#pragma once

#include "server/async/net.hpp"
#include "server/queue/queue_settings.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace rejoinder::redis {
class connection;
}

namespace rejoinder::queue {

/// What the queue alone knows, one piece at a time: a submission that is not stored yet, one that
/// was parked, or which submission an idempotency key stands for.
struct queue_piece {
    enum class kind { waiting, parked, same };
    kind what = kind::waiting;
    int partition = 0;
    std::string name;          ///< Of `same`: the key behind the partition's own; of `parked`: why.
    std::string value;         ///< The entry as encode() wrote it; of `same` the key's value.
    std::int64_t keep_ms = 0;  ///< Of `same`: how long it is still to be kept.

    friend bool operator==(const queue_piece&, const queue_piece&) = default;
};

/// Gives every piece to `take`. A submission that a worker stores or parks meanwhile is in the
/// record or among the parked ones when those are read after this began: read the record last.
/// Returns the time by Redis' clock before which everything acknowledged is contained.
awaitable<std::chrono::sys_time<std::chrono::milliseconds>> read_queue(
    redis::connection& from,
    std::string prefix,
    queue_settings settings,
    std::function<void(queue_piece)> take);

/// Appends a piece to the queue of another Redis.
awaitable<void> write_queue_piece(redis::connection& to, std::string prefix, queue_piece piece);

}  // namespace rejoinder::queue
