#include "server/worker/worker_step.hpp"
#include "tests/server/worker/drive_worker_step.hpp"
#include "tests/support/catch.hpp"

#include <map>
#include <random>
#include <set>

using namespace rejoinder::tests;

namespace {

/// A queue, a storage and a worker that the step drives, with failures from a seeded source. Judged
/// is the outcome: where each entry ends, whatever happened on the way.
class small_world {
public:
    explicit small_world(unsigned seed)
        : random_(seed)
    {
        for (int entry = 0; entry < 60; ++entry) {
            waiting_.insert(entry);
            if (chance(8))
                poison_.insert(entry);
        }
    }

    void run()
    {
        worker_step step(settings(), attempts_max);
        auto now = start;
        for (int i = 0; i < 20'000 && !(waiting_.empty() && delivered_.empty()); ++i) {
            if (chance(1)) {  // The worker dies and starts again.
                step = worker_step(settings(), attempts_max);
                hand_.clear();
                unfinished_after_ = -1;
            }
            outage_ = outage_ > 0 ? outage_ - 1 : (chance(1) ? 40 : 0);
            now += 50ms;
            perform(step, step.next(now));
        }
    }

    std::set<int> stored_;
    std::map<int, int> parked_;  ///< With the deliveries it had.
    std::set<int> poison_;
    std::set<int> waiting_;
    std::map<int, int> delivered_;  ///< Unacknowledged, with the count of deliveries.

private:
    bool chance(unsigned percent) { return random_() % 100 < percent; }

    void perform(worker_step& step, const next_step& next)
    {
        const bool redis_fails = chance(3);
        switch (next.what) {
        case activity::take:
        case activity::take_more:
        case activity::take_unfinished:
        case activity::reclaim:
            take(step, next, redis_fails);
            return;
        case activity::store:
            step.stored(store(next));
            return;
        case activity::acknowledge:
        case activity::park:
            if (!redis_fails || chance(50))  // Failed, or only not heard to have succeeded.
                remove(next);
            redis_fails ? step.redis_failed() : step.done();
            return;
        case activity::pause:
            step.done();
            return;
        case activity::park_broken:
        case activity::finish:
            FAIL("nothing here is broken, and nobody stops");
        }
    }

    void take(worker_step& step, const next_step& next, bool redis_fails)
    {
        if (next.what != activity::take_more)
            hand_.clear();
        std::vector<int> taken;
        const auto limit = static_cast<std::size_t>(next.limit);
        if (next.what == activity::take_unfinished) {
            for (const auto& [entry, count] : delivered_)
                if (entry > unfinished_after_ && taken.size() < limit)
                    taken.push_back(entry);
        } else if (next.what == activity::reclaim) {
            for (const auto& [entry, count] : delivered_)
                if (taken.size() < limit)
                    taken.push_back(entry);
        } else {
            for (const int entry : waiting_)
                if (taken.size() < limit)
                    taken.push_back(entry);
        }
        std::vector<int> attempts;
        for (const int entry : taken) {
            waiting_.erase(entry);
            attempts.push_back(++delivered_[entry]);
        }
        if (redis_fails)
            return step.redis_failed();
        if (next.what == activity::take_unfinished)
            unfinished_after_ = taken.empty() ? -1 : taken.back();
        hand_.insert(hand_.end(), taken.begin(), taken.end());
        step.taken(attempts, 0);
    }

    store_outcome store(const next_step& next)
    {
        if (outage_ > 0)
            return store_outcome::storage_failed;
        for (const auto item : next.items)
            if (poison_.contains(hand_.at(item)))
                return hand_[item] % 2 == 0 ? store_outcome::storage_failed
                                            : store_outcome::items_failed;
        for (const auto item : next.items)
            stored_.insert(hand_.at(item));
        return store_outcome::stored;
    }

    void remove(const next_step& next)
    {
        for (const auto item : next.items) {
            const int entry = hand_.at(item);
            if (next.what == activity::park && delivered_.contains(entry))
                parked_[entry] = delivered_[entry];
            if (next.what == activity::acknowledge)
                REQUIRE(stored_.contains(entry));
            delivered_.erase(entry);
        }
    }

    std::mt19937 random_;
    std::vector<int> hand_;
    int outage_ = 0;
    int unfinished_after_ = -1;
};

}  // namespace

TEST_CASE(
    "worker step: whatever fails, good entries are stored and only bad ones parked",
    "[worker][step]")
{
    const auto seed = GENERATE(range(1U, 301U));
    CAPTURE(seed);
    small_world world(seed);

    world.run();

    CHECK(world.waiting_.empty());
    for (int entry = 0; entry < 60; ++entry) {
        CAPTURE(entry);
        if (world.poison_.contains(entry)) {
            CHECK_FALSE(world.stored_.contains(entry));
            if (world.parked_.contains(entry))
                CHECK(world.parked_[entry] >= attempts_max);
            // One the storage refuses is parked only beside another it takes, which may be gone.
            else
                CHECK(entry % 2 == 0);
        } else {
            CHECK(world.stored_.contains(entry));
            CHECK_FALSE(world.parked_.contains(entry));
            CHECK_FALSE(world.delivered_.contains(entry));
        }
    }
}
