#pragma once

#include "server/worker/worker_settings.hpp"

#include <chrono>
#include <cstddef>
#include <set>
#include <vector>

namespace rejoinder::worker {

/// What the worker can do.
enum class activity {
    take_unfinished,  ///< Take what this consumer had in hand before it died or lost Redis.
    take,             ///< Wait for new entries.
    take_more,        ///< Take new entries to those in hand, without waiting.
    reclaim,          ///< Take over what other consumers left.
    park_broken,      ///< Park the entries that are no submissions.
    store,            ///< Judge and store `items` in one transaction.
    acknowledge,      ///< Acknowledge `items`.
    park,             ///< Park `items`.
    pause,            ///< Wait for `delay`.
    finish            ///< Stop; what is in hand stays unacknowledged and comes again.
};

/// What to do next. All takes but take_more begin with an empty hand.
struct next_step {
    activity what = activity::finish;
    std::vector<std::size_t> items;      ///< Places in the hand, in the order they were taken.
    int limit = 0;                       ///< Of a take.
    std::chrono::milliseconds delay{0};  ///< Of a pause; of a take, how long it may wait.
};

/// How storing went.
enum class store_outcome {
    stored,
    items_failed,   ///< Judging them threw: the fault is theirs.
    storage_failed  ///< The storage refused: its fault, or theirs; see worker_step.
};

/// Decides what a worker does next, given what just happened. Performs nothing, and so can be
/// tested against every order of failures.
///
/// - What fails together is tried one by one, so that one entry does not keep its neighbours back.
/// - An entry is parked when it fails and has been delivered `attempts_max` times. A refusal by
///   the storage is held against an entry only where the storage takes others in the same pass over
///   the hand: one that takes nothing at all is down, and nobody is parked for that. Since an
///   outage may begin or end within a pass, that has to be seen twice.
/// - While the storage is down the hand is kept, unacknowledged, and tried again after growing,
///   bounded delays, together with what has arrived meanwhile.
/// - An entry that came back several times is tried alone: it may be what killed the worker. One
/// that
///   came back far more often than failing explains is parked untried.
/// - When Redis fails, the same thing is tried again after a delay. A failed take may still have
///   delivered something, so the unfinished entries are taken first.
class worker_step {
public:
    using time_point = std::chrono::steady_clock::time_point;

    worker_step(const worker_settings& settings, int attempts_max);

    next_step next(time_point now);

    // What happened. One of these follows each step but finish.

    /// A take brought entries, delivered so often each, and some that are no submissions.
    void taken(const std::vector<int>& attempts, std::size_t broken);
    void stored(store_outcome outcome);
    void done();          ///< Of acknowledge, park, park_broken and pause.
    void redis_failed();  ///< Of every take, acknowledge, park and park_broken.

    /// From now on take nothing more. What is being stored is still acknowledged.
    void stop() noexcept { stopping_ = true; }

    bool storage_down() const noexcept { return storage_failures_ > 0; }

private:
    enum class phase { taking, joining, parking_broken, storing, acknowledging, parking, pausing };

    next_step next_take(time_point now);
    void begin_pass();
    void begin_portion();
    void end_pass();
    void end_parking();
    void blame(std::size_t item);
    void doubt(std::size_t item);
    void settle(std::size_t item);
    void pause(phase then, int failures);

    int batch_max_;
    std::chrono::milliseconds wait_;
    std::chrono::milliseconds reclaim_every_;
    std::chrono::milliseconds back_off_min_;
    std::chrono::milliseconds back_off_max_;
    int attempts_max_;

    phase phase_ = phase::taking;
    phase after_pause_ = phase::taking;
    std::chrono::milliseconds delay_{0};
    bool stopping_ = false;
    bool unfinished_ = true;  ///< There may be entries we were delivered and do not hold.
    activity last_take_ = activity::take_unfinished;
    time_point reclaim_at_ = time_point::min();
    int redis_failures_ = 0;    ///< In a row.
    int storage_failures_ = 0;  ///< Passes in a row that stored nothing for the storage's sake.

    // The hand. Places in it stay valid until it is empty.
    std::vector<int> attempts_;
    std::vector<std::size_t> open_;    ///< Neither acknowledged nor parked nor let go, in order.
    std::set<std::size_t> suspected_;  ///< Refused once while others were stored.

    // One pass over what is open.
    std::vector<std::size_t> portion_;   ///< Being stored or acknowledged.
    std::vector<std::size_t> singles_;   ///< To be tried alone; the last one is next.
    std::vector<std::size_t> doubtful_;  ///< Refused by the storage in this pass.
    std::vector<std::size_t> to_park_;
    bool pass_stored_ = false;
    int refusals_ = 0;  ///< By the storage, in a row, of single entries.
};

}  // namespace rejoinder::worker
