#include "server/worker/worker_step.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace rejoinder::worker {

namespace {

/// Delivered so often, an entry is tried alone. Once is everyday: a worker was restarted.
constexpr int suspect_from = 3;

/// So many times `attempts_max`, and only killing its workers can have brought an entry back:
/// outages of storage and Redis cost a delivery each time, but not so many.
constexpr int hopeless_factor = 20;

/// So many single refusals in a row end a pass: trying hundreds against a dead storage would only
/// take long.
constexpr int refusals_max = 3;

}  // namespace

worker_step::worker_step(const worker_settings& settings, int attempts_max)
    : batch_max_(std::max(1, settings.batch_max)),
      wait_(settings.wait),
      reclaim_every_(settings.reclaim_every),
      back_off_min_(settings.back_off_min),
      back_off_max_(settings.back_off_max),
      attempts_max_(std::max(1, attempts_max))
{
}

next_step worker_step::next(time_point now)
{
    next_step step;
    const bool trying_singles = phase_ == phase::storing && portion_.size() == 1 && pass_stored_;
    const bool between = phase_ == phase::taking || phase_ == phase::joining ||
                         phase_ == phase::pausing || trying_singles;
    if (stopping_ && between)
        return step;

    switch (phase_) {
    case phase::taking:
        return next_take(now);
    case phase::joining:
        step.what = last_take_ = activity::take_more;
        step.limit = batch_max_ - static_cast<int>(open_.size());
        break;
    case phase::parking_broken:
        step.what = activity::park_broken;
        break;
    case phase::storing:
        step.what = activity::store;
        step.items = portion_;
        break;
    case phase::acknowledging:
        step.what = activity::acknowledge;
        step.items = portion_;
        break;
    case phase::parking:
        step.what = activity::park;
        step.items = to_park_;
        break;
    case phase::pausing:
        step.what = activity::pause;
        step.delay = delay_;
        break;
    }
    return step;
}

next_step worker_step::next_take(time_point now)
{
    attempts_.clear();
    open_.clear();
    suspected_.clear();

    next_step step;
    step.limit = batch_max_;
    if (unfinished_) {
        step.what = activity::take_unfinished;
    } else if (now >= reclaim_at_) {
        step.what = activity::reclaim;
        reclaim_at_ = now + reclaim_every_;
    } else {
        step.what = activity::take;
        const auto until_reclaim = std::chrono::ceil<std::chrono::milliseconds>(reclaim_at_ - now);
        step.delay = std::min(wait_, until_reclaim);
    }
    last_take_ = step.what;
    return step;
}

void worker_step::taken(const std::vector<int>& attempts, std::size_t broken)
{
    assert(phase_ == phase::taking || phase_ == phase::joining);
    redis_failures_ = 0;
    const bool nothing = attempts.empty() && broken == 0;
    if (last_take_ == activity::take_unfinished && nothing)
        unfinished_ = false;
    if (last_take_ == activity::reclaim && !nothing)
        reclaim_at_ = time_point::min();  // There may be more of it.

    for (const int count : attempts) {
        open_.push_back(attempts_.size());
        attempts_.push_back(count);
    }
    if (broken > 0)
        phase_ = phase::parking_broken;
    else
        begin_pass();
}

void worker_step::begin_pass()
{
    portion_.clear();
    singles_.clear();
    doubtful_.clear();
    pass_stored_ = false;
    refusals_ = 0;

    for (const auto item : std::vector<std::size_t>(open_)) {
        if (attempts_[item] > hopeless_factor * attempts_max_) {
            to_park_.push_back(item);
            settle(item);
        } else if (attempts_[item] >= suspect_from) {
            singles_.push_back(item);
        } else {
            portion_.push_back(item);
        }
    }
    // Now from the one end, now from the other: what kills a worker keeps only one side back.
    if (!singles_.empty() && attempts_[singles_.front()] % 2 != 0)
        std::reverse(singles_.begin(), singles_.end());
    begin_portion();
}

void worker_step::begin_portion()
{
    if (portion_.empty() && !singles_.empty()) {
        portion_.push_back(singles_.back());
        singles_.pop_back();
    }
    if (portion_.empty())
        end_pass();
    else
        phase_ = phase::storing;
}

void worker_step::stored(store_outcome outcome)
{
    assert(phase_ == phase::storing && !portion_.empty());
    if (outcome == store_outcome::stored) {
        pass_stored_ = true;
        refusals_ = 0;
        phase_ = phase::acknowledging;
        return;
    }

    const auto failed = std::exchange(portion_, {});
    if (failed.size() > 1) {
        singles_.insert(singles_.end(), failed.rbegin(), failed.rend());
    } else if (outcome == store_outcome::items_failed) {
        blame(failed.front());
    } else {
        doubtful_.push_back(failed.front());
        if (++refusals_ == refusals_max)
            return end_pass();
    }
    begin_portion();
}

void worker_step::end_pass()
{
    portion_.clear();
    singles_.clear();
    if (pass_stored_)
        storage_failures_ = 0;
    for (const auto item : std::exchange(doubtful_, {}))
        doubt(item);

    if (!to_park_.empty())
        phase_ = phase::parking;
    else
        end_parking();
}

void worker_step::end_parking()
{
    if (open_.empty()) {
        storage_failures_ = 0;
        phase_ = phase::taking;
        return;
    }
    const bool full = open_.size() >= static_cast<std::size_t>(batch_max_);
    pause(full ? phase::storing : phase::joining, ++storage_failures_);
}

void worker_step::done()
{
    switch (phase_) {
    case phase::pausing:
        phase_ = after_pause_;
        if (phase_ == phase::storing)
            begin_pass();
        return;
    case phase::parking_broken:
        redis_failures_ = 0;
        begin_pass();
        return;
    case phase::acknowledging:
        redis_failures_ = 0;
        for (const auto item : std::exchange(portion_, {}))
            settle(item);
        begin_portion();
        return;
    case phase::parking:
        redis_failures_ = 0;
        to_park_.clear();
        end_parking();
        return;
    case phase::taking:
    case phase::joining:
    case phase::storing:
        assert(false && "a step with a result of its own");
    }
}

void worker_step::redis_failed()
{
    if (phase_ == phase::taking || phase_ == phase::joining)
        unfinished_ = true;
    // With entries in hand the storage is tried all the same: it has waited already.
    if (phase_ == phase::joining)
        begin_pass();
    else
        pause(phase_, ++redis_failures_);
}

void worker_step::blame(std::size_t item)
{
    if (attempts_[item] >= attempts_max_)
        to_park_.push_back(item);
    settle(item);  // Below that it stays unacknowledged, to be reclaimed.
}

void worker_step::doubt(std::size_t item)
{
    if (pass_stored_) {
        const bool again = !suspected_.insert(item).second;
        if (again || attempts_[item] < attempts_max_)
            return blame(item);
    }
    // It stays in hand, and the next pass begins with what this one did not reach.
    settle(item);
    open_.push_back(item);
}

void worker_step::settle(std::size_t item)
{
    std::erase(open_, item);
}

void worker_step::pause(phase then, int failures)
{
    // 2^20 times the least delay is beyond any bound one would set.
    const auto grown = back_off_min_ * (std::int64_t{1} << std::min(failures - 1, 20));
    delay_ = std::min<std::chrono::milliseconds>(grown, back_off_max_);
    after_pause_ = then;
    phase_ = phase::pausing;
}

}  // namespace rejoinder::worker
