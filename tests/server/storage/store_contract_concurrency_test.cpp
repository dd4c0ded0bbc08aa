#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

#include <atomic>
#include <exception>
#include <functional>
#include <set>
#include <thread>

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;
using model::decision_action;

namespace {

/// Does each job on a thread of its own; throws on what one of them threw.
void at_once(const std::vector<std::function<void()>>& jobs)
{
    std::vector<std::exception_ptr> failures(jobs.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < jobs.size(); ++i)
        threads.emplace_back([&, i] {
            try {
                jobs[i]();
            } catch (...) {
                failures[i] = std::current_exception();
            }
        });
    for (auto& thread : threads)
        thread.join();
    for (const auto& failure : failures)
        if (failure)
            std::rethrow_exception(failure);
}

}  // namespace

TEST_CASE("store: what one program stores another reads at once", "[storage][contract]")
{
    const fresh_store store;
    const auto other = store.open_again();
    add(*store, {judged(1)});

    CHECK(numbers(published(*other)) == std::vector{1});
    decide(*other, 1, decision_action::reject);
    CHECK(published(*store).empty());
}

TEST_CASE("store: the record outlives the program", "[storage][contract]")
{
    temporary_directory directory;
    storage_settings settings;
    add(*open_store(settings, directory.path()), {judged(1)});

    CHECK(numbers(published(*open_store(settings, directory.path()))) == std::vector{1});
}

TEST_CASE("store: two programs that add at once lose and double nothing", "[storage][contract]")
{
    const fresh_store store;
    const auto other = store.open_again();
    constexpr int batches = 20;
    // Even numbers are added by both.
    const auto adder = [](storage::store& record, int odd) {
        return [&record, odd] {
            for (int i = 0; i < batches; ++i)
                add(record, {judged(4 * i + odd), judged(4 * i + 2)});
        };
    };

    at_once({adder(*store, 1), adder(*other, 3)});

    CHECK(store->counts("").published == 3 * batches);
    const auto entries = store->events_after(0, 1000);
    std::set<std::string> told;
    for (const auto& entry : entries)
        told.insert(entry.event.comment->str());
    CHECK(entries.size() == 3 * batches);
    CHECK(told.size() == 3 * batches);
}

TEST_CASE("store: of two decisions at once exactly one is taken", "[storage][contract]")
{
    const fresh_store store;
    const auto other = store.open_again();
    std::vector<judged_submission> batch;
    constexpr int comments = 20;
    for (int number = 1; number <= comments; ++number)
        batch.push_back(judged(number, verdict_kind::hold));
    store->add(batch);

    std::atomic<int> done = 0;
    std::atomic<int> conflicts = 0;
    const auto decider = [&](storage::store& record, decision_action action) {
        return [&, action] {
            for (int number = 1; number <= comments; ++number) {
                const auto outcome = decide(record, number, action);
                done += outcome.status == model::decision_status::done ? 1 : 0;
                conflicts += outcome.status == model::decision_status::conflict ? 1 : 0;
            }
        };
    };
    at_once({decider(*store, decision_action::approve), decider(*other, decision_action::spam)});

    CHECK(done == comments);
    CHECK(conflicts == comments);
    CHECK(store->last_event() == 2 * comments);
    const auto counts = store->counts("");
    CHECK(counts.published + counts.spam == comments);
}

TEST_CASE("store: readers see whole batches while others write", "[storage][contract]")
{
    const fresh_store store;
    std::atomic<bool> writing = true;
    std::atomic<int> torn = 0;
    constexpr int batches = 20;

    const auto read = [&] {
        while (writing) {
            const auto page = store->list_published(first_page()).value();
            torn += page.comments.size() % 3 == 0 ? 0 : 1;
        }
    };
    const auto write = [&] {
        for (int i = 0; i < batches; ++i) {
            const int first = 3 * i + 1;
            add(*store,
                {judged(first),
                 judged(first + 1, verdict_kind::publish, first),
                 judged(first + 2, verdict_kind::publish, first + 1)});
        }
        writing = false;
    };
    at_once({read, read, write});

    CHECK(torn == 0);
    CHECK(store->counts("").published == 3 * batches);
}

TEST_CASE("store: programs that start at once on an empty place agree", "[storage][contract]")
{
    for (int round = 0; round < 5; ++round) {
        const temporary_directory directory;
        storage_settings settings;
        settings.busy_timeout_ms = 60'000;
        std::vector<std::function<void()>> programs;
        for (int number = 1; number <= 4; ++number)
            programs.emplace_back(
                [&, number] { add(*open_store(settings, directory.path()), {judged(number)}); });

        at_once(programs);

        CHECK(open_store(settings, directory.path())->last_event() == 4);
    }
}
