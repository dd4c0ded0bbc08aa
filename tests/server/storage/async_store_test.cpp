#include "server/storage/async_store.hpp"

#include "server/storage/storage_failure.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/run.hpp"
#include "tests/support/unused_store.hpp"

#include <thread>

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;
using model::decision_action;

namespace {

/// Remembers who asked.
class watched_store final : public unused_store {
public:
    std::int64_t last_event() override
    {
        asked_by = std::this_thread::get_id();
        return 7;
    }
    void ping() override { throw storage_failure("asking for a sign of life", 14); }

    std::thread::id asked_by;
};

awaitable<std::thread::id> thread_after(async_store& verbs)
{
    co_await verbs.last_event();
    co_return std::this_thread::get_id();
}

struct async_place {
    ~async_place() { threads.join(); }

    net::io_context context;
    net::thread_pool threads{2};
    fresh_store record;
    async_store verbs{*record, threads};
};

}  // namespace

TEST_CASE("async store: works on the pool and comes back to its caller", "[storage][async_store]")
{
    net::io_context context;
    net::thread_pool threads(1);
    watched_store store;
    async_store verbs(store, threads);

    CHECK(run(context, thread_after(verbs)) == std::this_thread::get_id());
    CHECK(store.asked_by != std::thread::id());
    CHECK(store.asked_by != std::this_thread::get_id());
    CHECK(run(context, verbs.last_event()) == 7);
    threads.join();
}

TEST_CASE("async store: what the store throws arrives at the caller", "[storage][async_store]")
{
    net::io_context context;
    net::thread_pool threads(1);
    watched_store store;
    async_store verbs(store, threads);

    CHECK_THROWS_AS(run(context, verbs.ping()), storage_failure);
    threads.join();
}

TEST_CASE("async store: reading verbs answer as the store does", "[storage][async_store]")
{
    async_place at;
    add(*at.record, {judged(1), judged(2, verdict_kind::hold)});

    CHECK(run(at.context, at.verbs.find_story(sample_key()))->published_count == 1);
    const auto page = run(at.context, at.verbs.list_published(first_page())).value();
    CHECK(numbers(page.comments) == std::vector{1});
    CHECK(run(at.context, at.verbs.find_comment(sample_id(2)))->id == sample_id(2));
    const std::vector<model::story_id> stories = {sample_key().story};
    const auto counts = run(at.context, at.verbs.published_counts(sample_key().site, stories));
    CHECK(counts == std::vector<std::int64_t>{1});
    CHECK_NOTHROW(run(at.context, at.verbs.ping()));
}

TEST_CASE("async store: desk verbs answer as the store does", "[storage][async_store]")
{
    async_place at;
    add(*at.record, {judged(1, verdict_kind::hold)});
    model::moderator moderator;
    moderator.id = model::new_moderator_id();
    moderator.name = "Mo";
    REQUIRE(at.record->add_moderator(moderator, {}).has_value());
    const acting_moderator mo = {moderator.id, "Mo"};

    CHECK(run(at.context, at.verbs.list_for_desk({})).value().comments.size() == 1);
    CHECK(run(at.context, at.verbs.find_for_desk(sample_id(1))));
    CHECK(run(at.context, at.verbs.counts("demo")).pending == 1);
    CHECK(run(at.context, at.verbs.find_moderator("Mo"))->id == moderator.id);

    const std::vector<model::decision> decisions = {
        {sample_id(1), 1, decision_action::approve, ""}};
    const auto outcomes = run(at.context, at.verbs.decide(decisions, mo, {}));
    CHECK(outcomes.at(0).status == model::decision_status::done);
    CHECK(run(at.context, at.verbs.history_of(sample_id(1))).size() == 2);
    const auto closed = model::story_state::closed;
    const auto story = run(at.context, at.verbs.change_story(sample_key(), {.state = closed}, mo));
    CHECK(story.value().state == closed);
}

TEST_CASE("async store: outbox verbs answer as the store does", "[storage][async_store]")
{
    async_place at;
    add(*at.record, {judged(1), judged(2)});

    CHECK(run(at.context, at.verbs.events_after(1, 10)).at(0).event.seq == 2);
    CHECK(run(at.context, at.verbs.last_event()) == 2);
    run(at.context, at.verbs.set_published_through(2));
    CHECK(run(at.context, at.verbs.published_through()) == 2);
}
