#pragma once

#include "server/queue/partition.hpp"
#include "server/queue/queue_settings.hpp"
#include "server/queue/submission_queue.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::queue {

/// One call of the submit script.
struct submit_call {
    std::vector<std::string> keys;
    std::vector<std::string> arguments;
};

/// The Lua text that takes one submission: all of it happens in Redis, or none of it.
///
/// In this order, so that each step may assume the ones before:
/// 1. A known idempotency key answers with the id stored under it, whatever the limits say: a retry
///    is charged once. The same key with another digest is refused.
/// 2. A full queue refuses. Entries that wait and entries that were parked count together, so that
///    neither stream grows without bound.
/// 3. Each rate limit that applies is looked at before any is charged.
/// 4. The entry is appended first; a Redis out of memory refuses there, before anything is charged.
///
/// Answers {"queued", id}, {"repeated", id}, {"reused"}, {"full"} or {"limited", milliseconds}.
///
/// A limit of n in a window w lets n through at once and from then on one each w/n (the generic
/// cell rate algorithm): one number a limit, whose key expires when it says nothing any more.
extern const std::string_view submit_script;

/// What to call the script with. A limit of 0, or one on a pseudonym that is not known, is left
/// out. Throws std::invalid_argument for a submission that cannot be encoded.
submit_call call_for(
    const sealed_submission& submission,
    const partition& target,
    const queue_settings& settings);

}  // namespace rejoinder::queue
