#pragma once

#include "server/queue/submission_queue.hpp"
#include "server/storage/store.hpp"
#include "server/worker/judge_batch.hpp"
#include "server/worker/worker_settings.hpp"

#include <vector>

namespace rejoinder::worker {

/// Judges the deliveries and stores them in one transaction; returns what was stored. Blocking:
/// the whole of a worker's work on a batch between taking and acknowledging it.
///
/// A delivery that comes again may have been stored before the worker was interrupted. It is
/// neither judged against itself nor counted twice: it is left out, and may be acknowledged.
std::vector<storage::judged_submission> store_batch(
    storage::store& store,
    const judgement& judgement,
    std::vector<queue::delivery> deliveries,
    const site_facts& sites);

}  // namespace rejoinder::worker
