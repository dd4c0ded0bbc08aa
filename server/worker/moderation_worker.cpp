#include "server/worker/moderation_worker.hpp"

#include "moderation/engine.hpp"
#include "server/async/on_threads.hpp"
#include "server/storage/storage_failure.hpp"
#include "server/telemetry/log.hpp"
#include "server/worker/store_batch.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <cassert>
#include <iterator>
#include <utility>

namespace rejoinder::worker {

namespace {

/// A filter that could not do its work held a comment, and shall not go unnoticed.
void log_failures(const moderation::verdict& verdict)
{
    for (const auto& found : verdict.found)
        if (found.reason == moderation::reason::filter_failed)
            telemetry::log_error(
                "filter_failed",
                {{"filter", found.filter}, {"rule_set", verdict.rule_set}});
}

}  // namespace

judgement judgement_of(std::shared_ptr<const moderation::engine> engine, const context_needs& needs)
{
    judgement made;
    made.needs = needs;
    made.rule_set = engine->version();
    made.judge = [engine = std::move(engine)](const moderation::comment_input& comment) {
        return engine->judge(comment);
    };
    return made;
}

moderation_worker::moderation_worker(
    net::any_io_executor executor,
    queue::submission_source& source,
    storage::store& store,
    net::thread_pool& threads,
    judgement_source judgements,
    std::function<void()> committed,
    worker_settings settings,
    int attempts_max,
    telemetry::metrics& metrics)
    : source_(source),
      store_(store),
      threads_(threads),
      judgements_(std::move(judgements)),
      committed_(std::move(committed)),
      settings_(std::move(settings)),
      metrics_(metrics),
      step_(settings_, attempts_max),
      pause_(std::move(executor))
{
}

awaitable<void> moderation_worker::run()
{
    for (;;) {
        auto next = step_.next(std::chrono::steady_clock::now());
        if (next.what == activity::finish)
            co_return;
        co_await perform(std::move(next));
    }
}

void moderation_worker::stop()
{
    step_.stop();
    pause_.cancel();
}

awaitable<void> moderation_worker::perform(next_step step)
{
    switch (step.what) {
    case activity::take_unfinished:
    case activity::take:
    case activity::take_more:
    case activity::reclaim:
        return take(std::move(step));
    case activity::store:
        return store_items(std::move(step.items));
    case activity::acknowledge:
    case activity::park:
    case activity::park_broken:
        return finish_items(std::move(step));
    case activity::pause:
    case activity::finish:
        break;
    }
    return pause(step.delay);
}

awaitable<void> moderation_worker::take(next_step step)
{
    if (step.what != activity::take_more)
        hand_.clear();
    queue::batch batch;
    try {
        batch = co_await taken_by(std::move(step));
    } catch (const boost::system::system_error& failure) {
        redis_failed(failure);
        co_return;
    }

    std::vector<int> attempts;
    attempts.reserve(batch.deliveries.size());
    for (const auto& delivery : batch.deliveries)
        attempts.push_back(delivery.attempts);
    std::move(batch.deliveries.begin(), batch.deliveries.end(), std::back_inserter(hand_));
    broken_ = std::move(batch.broken);
    step_.taken(attempts, broken_.size());
}

awaitable<queue::batch> moderation_worker::taken_by(next_step step)
{
    switch (step.what) {
    case activity::take_unfinished:
        return source_.take_unfinished(step.limit);
    case activity::reclaim:
        return source_.reclaim(step.limit);
    default:
        return source_.take(step.limit, step.delay);
    }
}

awaitable<void> moderation_worker::store_items(std::vector<std::size_t> items)
{
    // Copies: should storing fail, they are tried again.
    std::vector<queue::delivery> deliveries;
    deliveries.reserve(items.size());
    for (const auto item : items)
        deliveries.push_back(hand_.at(item));

    auto outcome = store_outcome::items_failed;
    try {
        auto work =
            [this, judgement = judgements_(), deliveries = std::move(deliveries)]() mutable {
                return store_batch(store_, judgement, std::move(deliveries), settings_.sites);
            };
        const auto stored = co_await async::on_threads(threads_, std::move(work));
        metrics_.count_batch();
        for (const auto& each : stored) {
            metrics_.count_comment(each.verdict, each.submission.submitted_at);
            log_failures(each.verdict);
        }
        if (committed_)
            committed_();
        outcome = store_outcome::stored;
    } catch (const storage::storage_failure& failure) {
        metrics_.count_storage_failure();
        telemetry::log_error(
            "storing_failed",
            {{"entries", items.size()}, {"why", failure.what()}});
        outcome = store_outcome::storage_failed;
    } catch (const boost::system::system_error& failure) {
        if (failure.code() == net::error::operation_aborted)
            throw;
        metrics_.count_item_failure();
        telemetry::log_error("judging_failed", {{"entries", items.size()}});
    } catch (const std::exception&) {
        // What it says may repeat what a reader wrote, and is not logged.
        metrics_.count_item_failure();
        telemetry::log_error("judging_failed", {{"entries", items.size()}});
    }
    step_.stored(outcome);
}

awaitable<void> moderation_worker::finish_items(next_step step)
{
    try {
        if (step.what == activity::acknowledge) {
            std::vector<queue::delivery> done;
            done.reserve(step.items.size());
            for (const auto item : step.items)
                done.push_back(hand_.at(item));
            co_await source_.acknowledge(std::move(done));
        } else {
            auto parked = step.what == activity::park ? failed(step.items) : broken_;
            const auto count = parked.size();
            co_await source_.park(std::move(parked));
            metrics_.count_dead_letters(count);
            telemetry::log_error("submissions_parked", {{"entries", count}});
        }
    } catch (const boost::system::system_error& failure) {
        redis_failed(failure);
        co_return;
    }
    step_.done();
}

awaitable<void> moderation_worker::pause(std::chrono::milliseconds delay)
{
    pause_.expires_after(delay);
    co_await pause_.async_wait(net::as_tuple(net::use_awaitable));
    step_.done();
}

std::vector<queue::undeliverable> moderation_worker::failed(
    const std::vector<std::size_t>& items) const
{
    std::vector<queue::undeliverable> entries;
    for (const auto item : items)
        entries.push_back({hand_.at(item).partition, hand_.at(item).entry, "failed"});
    return entries;
}

void moderation_worker::redis_failed(const boost::system::system_error& failure)
{
    if (failure.code() == net::error::operation_aborted)
        throw failure;  // We are being cancelled.
    metrics_.count_redis_failure();
    telemetry::log_warning("worker_without_redis", {{"why", failure.code().message()}});
    step_.redis_failed();
}

}  // namespace rejoinder::worker
