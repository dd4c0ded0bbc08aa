#pragma once

#include "server/queue/queue_settings.hpp"
#include "server/queue/submission_queue.hpp"

#include <string>

namespace rejoinder::redis {
class connection;
}

namespace rejoinder::queue {

/// How much waits or is being judged, and how much was parked, over all partitions. Throws
/// boost::system::system_error when Redis fails. The connection must outlive the call.
awaitable<queue_depth> read_queue_depth(
    redis::connection& connection,
    std::string prefix,
    queue_settings settings);

}  // namespace rejoinder::queue
