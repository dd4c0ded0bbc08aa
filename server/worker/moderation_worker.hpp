#pragma once

#include "server/async/net.hpp"
#include "server/queue/submission_queue.hpp"
#include "server/storage/store.hpp"
#include "server/telemetry/metrics.hpp"
#include "server/worker/judge_batch.hpp"
#include "server/worker/worker_metrics.hpp"
#include "server/worker/worker_settings.hpp"
#include "server/worker/worker_step.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/system/system_error.hpp>

#include <functional>
#include <memory>
#include <vector>

namespace rejoinder::moderation {
class engine;
}

namespace rejoinder::worker {

/// The rule set in force. Asked for each batch, so that a new one applies from the next batch on.
using judgement_source = std::function<judgement()>;

/// The judgement of an engine, which it keeps alive.
judgement judgement_of(
    std::shared_ptr<const moderation::engine> engine,
    const context_needs& needs);

/// The middle of the pipe: takes submissions, judges and stores them, has them published, and only
/// then acknowledges them. What it does in which order is worker_step's decision.
///
/// At-least-once, made exactly-once by the store: a comment id that is already stored changes
/// nothing. So the worker may die at any instruction.
class moderation_worker {
public:
    /// All references belong to the application and outlive the worker. Judging and storing blocks
    /// one of the `threads`. `committed` is called after each transaction, to wake the outbox
    /// relay; `attempts_max` is the queue's. Everything else happens on the executor.
    moderation_worker(
        net::any_io_executor executor,
        queue::submission_source& source,
        storage::store& store,
        net::thread_pool& threads,
        judgement_source judgements,
        std::function<void()> committed,
        worker_settings settings,
        int attempts_max,
        telemetry::metrics& metrics);

    /// Works until stop() or cancellation. Survives the loss of Redis and of the storage.
    awaitable<void> run();

    /// Lets run() end once the batch in hand is stored and acknowledged, or cannot be. From the
    /// executor only.
    void stop();

    /// True while the storage takes nothing. From the executor only.
    bool storage_down() const noexcept { return step_.storage_down(); }

private:
    awaitable<void> perform(next_step step);
    awaitable<void> take(next_step step);
    awaitable<queue::batch> taken_by(next_step step);
    awaitable<void> store_items(std::vector<std::size_t> items);
    awaitable<void> finish_items(next_step step);
    awaitable<void> pause(std::chrono::milliseconds delay);
    std::vector<queue::undeliverable> failed(const std::vector<std::size_t>& items) const;
    void redis_failed(const boost::system::system_error& failure);

    queue::submission_source& source_;
    storage::store& store_;
    net::thread_pool& threads_;
    judgement_source judgements_;
    std::function<void()> committed_;
    worker_settings settings_;
    worker_metrics metrics_;
    worker_step step_;
    net::steady_timer pause_;

    std::vector<queue::delivery> hand_;  ///< worker_step speaks of places in it.
    std::vector<queue::undeliverable> broken_;
};

}  // namespace rejoinder::worker
