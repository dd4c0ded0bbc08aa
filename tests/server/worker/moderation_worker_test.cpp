#include "server/worker/moderation_worker.hpp"

#include "tests/server/worker/has_line.hpp"
#include "tests/server/worker/recording_store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/memory_source.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>

#include <stdexcept>

using namespace rejoinder;
using namespace std::chrono_literals;
using moderation::verdict_kind;
using rejoinder::tests::has_line;
using rejoinder::tests::memory_source;
using rejoinder::tests::recording_store;
using rejoinder::tests::sample_submission;

namespace {

/// A worker between a source and a store in memory, on the test's own thread but for judging.
class workshop {
public:
    ~workshop()
    {
        stop();
        threads.join();
    }

    /// Works until the condition holds. Fails the test after some seconds.
    template <class Condition>
    void work_until(Condition condition)
    {
        if (!running)
            start();
        const auto until = std::chrono::steady_clock::now() + 10s;
        while (!condition() && std::chrono::steady_clock::now() < until)
            context.run_one_for(10ms);
        REQUIRE(condition());
    }

    void start()
    {
        running = true;
        context.restart();
        net::co_spawn(
            context,
            worker.run(),
            net::bind_cancellation_slot(cancel.slot(), [this](std::exception_ptr thrown) {
                running = false;
                failure = thrown;
            }));
    }

    void stop()
    {
        worker.stop();
        while (running)
            context.run_one_for(10ms);
    }

    static worker::worker_settings quick()
    {
        worker::worker_settings settings;
        settings.wait = 5ms;
        settings.reclaim_every = 1ms;
        settings.back_off_min = 1ms;
        settings.back_off_max = 4ms;
        return settings;
    }

    static moderation::verdict judge(const moderation::comment_input& input)
    {
        if (input.text == "boom")
            throw std::runtime_error("boom");
        moderation::verdict verdict;
        verdict.kind = verdict_kind::publish;
        return verdict;
    }

    net::io_context context;
    net::thread_pool threads{1};
    memory_source source{context};
    recording_store store;
    telemetry::metrics metrics;
    int commits = 0;
    int judgements_broken = 0;
    bool running = false;
    std::exception_ptr failure;
    net::cancellation_signal cancel;
    worker::moderation_worker worker{
        context.get_executor(),
        source,
        store,
        threads,
        [this] {
            if (judgements_broken > 0 && judgements_broken-- > 0)
                throw std::runtime_error("no rule set");
            return worker::judgement{judge, "test"};
        },
        [this] { ++commits; },
        quick(),
        3,
        metrics};
};

}  // namespace

TEST_CASE("moderation worker: stores what comes, tells so, then acknowledges", "[worker]")
{
    workshop shop;
    for (int i = 1; i <= 5; ++i)
        shop.source.append(sample_submission(i));

    shop.work_until([&] { return shop.source.acknowledged == 5; });
    shop.stop();

    CHECK(shop.store.stored.size() == 5);
    CHECK(shop.store.transactions == 1);
    CHECK(shop.commits == 1);
    CHECK(shop.source.delivered.empty());
    CHECK_FALSE(shop.failure);
    CHECK(has_line(shop.metrics, "rejoinder_worker_batches_total 1"));
    CHECK(has_line(shop.metrics, R"(rejoinder_comments_judged_total{verdict="publish"} 5)"));
}

TEST_CASE("moderation worker: an engine that throws holds the comment", "[worker]")
{
    workshop shop;
    auto bad = sample_submission(1);
    bad.text = "boom";
    shop.source.append(bad);
    shop.source.append(sample_submission(2));

    shop.work_until([&] { return shop.source.acknowledged == 2; });

    CHECK(shop.store.stored.at(bad.id) == verdict_kind::hold);
    CHECK(shop.store.stored.at(sample_submission(2).id) == verdict_kind::publish);
}

TEST_CASE("moderation worker: a poisoned entry is parked, its neighbours are stored", "[worker]")
{
    workshop shop;
    for (int i = 1; i <= 3; ++i) {
        auto submission = sample_submission(i);
        if (i == 2)
            submission.text = "poison";
        shop.source.append(submission);
    }
    shop.work_until([&] { return shop.store.added == 2; });

    // It is refused beside others, which is what its guilt is known by.
    int next = 4;
    shop.work_until([&] {
        if (shop.source.waiting.empty() && next < 1'000)
            shop.source.append(sample_submission(next++));
        return !shop.source.parked.empty();
    });

    CHECK(shop.source.parked.size() == 1);
    CHECK(shop.source.parked[0].entry == "2");
    CHECK(shop.source.parked[0].why == "failed");
    CHECK_FALSE(shop.store.stored.contains(sample_submission(2).id));
    CHECK(has_line(shop.metrics, "rejoinder_dead_letters_total 1"));
}

TEST_CASE("moderation worker: while the storage is down all waits, and nothing is lost", "[worker]")
{
    workshop shop;
    shop.store.refuses_all = true;
    for (int i = 1; i <= 5; ++i)
        shop.source.append(sample_submission(i));

    shop.work_until([&] { return shop.store.refused > 40; });
    CHECK(shop.worker.storage_down());
    CHECK(shop.source.acknowledged == 0);
    CHECK(shop.source.parked.empty());

    shop.store.refuses_all = false;
    shop.work_until([&] { return shop.source.acknowledged == 5; });
    CHECK(shop.store.stored.size() == 5);
    CHECK(shop.source.parked.empty());
    CHECK_FALSE(shop.worker.storage_down());
}

TEST_CASE(
    "moderation worker: an acknowledgement not heard is repeated, the work is not",
    "[worker]")
{
    workshop shop;
    shop.source.acknowledge_failures = 3;
    shop.source.append(sample_submission(1));

    shop.work_until([&] { return shop.source.acknowledged == 1; });

    CHECK(shop.store.transactions == 1);
    CHECK(has_line(shop.metrics, R"(rejoinder_worker_failures_total{of="redis"} 3)"));
}

TEST_CASE("moderation worker: takes again after Redis was away", "[worker]")
{
    workshop shop;
    shop.source.take_failures = 4;
    shop.source.append(sample_submission(1));

    shop.work_until([&] { return shop.source.acknowledged == 1; });
    CHECK(shop.store.stored.size() == 1);
}

TEST_CASE("moderation worker: what is no submission is parked", "[worker]")
{
    workshop shop;
    shop.source.park_failures = 2;
    shop.source.broken.push_back({"memory", "77", "undecodable"});
    shop.source.append(sample_submission(1));

    shop.work_until([&] { return shop.source.acknowledged == 1; });

    REQUIRE(shop.source.parked.size() == 1);
    CHECK(shop.source.parked[0].why == "undecodable");
}

TEST_CASE(
    "moderation worker: without a rule set nothing is judged and nothing parked early",
    "[worker]")
{
    workshop shop;
    shop.judgements_broken = 2;
    shop.source.append(sample_submission(1));

    shop.work_until([&] { return shop.source.acknowledged == 1; });

    CHECK(shop.source.parked.empty());
    CHECK(shop.store.stored.size() == 1);
}

TEST_CASE("moderation worker: cancelled, it ends and leaves the rest unacknowledged", "[worker]")
{
    workshop shop;
    shop.store.refuses_all = true;
    shop.source.append(sample_submission(1));
    shop.work_until([&] { return shop.store.refused > 0; });

    shop.cancel.emit(net::cancellation_type::terminal);
    shop.work_until([&] { return !shop.running; });

    CHECK(shop.source.acknowledged == 0);
    CHECK(shop.source.delivered.size() == 1);
}
