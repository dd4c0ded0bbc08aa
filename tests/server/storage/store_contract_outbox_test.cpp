#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;
using model::comment_state;
using model::decision_action;

TEST_CASE("store: an empty record has no events", "[storage][contract]")
{
    const fresh_store store;

    CHECK(store->events_after(0, 10).empty());
    CHECK(store->last_event() == 0);
    CHECK(store->published_through() == 0);
}

TEST_CASE("store: events come in the order of what happened", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1, verdict_kind::hold), judged(2)});
    decide(*store, 1, decision_action::approve);
    add(*store, {judged(3)});
    decide(*store, 2, decision_action::spam);

    const auto entries = store->events_after(0, 100);

    std::vector<std::pair<model::comment_id, comment_state>> happened;
    std::int64_t last = 0;
    for (const auto& entry : entries) {
        CHECK(entry.event.seq > last);
        last = entry.event.seq;
        happened.emplace_back(*entry.event.comment, *entry.event.to);
    }
    CHECK(
        happened == decltype(happened){
                        {sample_id(1), comment_state::pending},
                        {sample_id(2), comment_state::published},
                        {sample_id(1), comment_state::published},
                        {sample_id(3), comment_state::published},
                        {sample_id(2), comment_state::spam}});
    CHECK(store->last_event() == last);
}

TEST_CASE("store: the outbox is read in parts without a gap", "[storage][contract]")
{
    const fresh_store store;
    std::vector<judged_submission> batch;
    for (int number = 1; number <= 7; ++number)
        batch.push_back(judged(number));
    store->add(batch);

    std::vector<model::comment_id> all;
    std::int64_t after = 0;
    for (;;) {
        const auto entries = store->events_after(after, 3);
        CHECK(entries.size() <= 3);
        for (const auto& entry : entries)
            all.push_back(*entry.event.comment);
        if (entries.empty())
            break;
        after = entries.back().event.seq;
    }
    std::vector<model::comment_id> expected;
    for (int number = 1; number <= 7; ++number)
        expected.push_back(sample_id(number));
    CHECK(all == expected);
}

TEST_CASE("store: an outbox entry has comment and story as they are now", "[storage][contract]")
{
    const fresh_store store;
    auto held = judged(1, verdict_kind::hold);
    held.verdict.found = {sample_finding()};
    add(*store, {held, judged(2)});
    decide(*store, 1, decision_action::approve);

    const auto entries = store->events_after(0, 100);

    REQUIRE(entries.size() == 3);
    CHECK(entries[0].event.to == comment_state::pending);
    for (const std::size_t i : {0, 2}) {
        REQUIRE(entries[i].comment);
        CHECK(entries[i].comment->id == sample_id(1));
        CHECK(entries[i].comment->state == comment_state::published);
        CHECK(entries[i].comment->revision == 2);
        CHECK(entries[i].comment->verdict.found == held.verdict.found);
        CHECK(entries[i].story.key == sample_key());
        CHECK(entries[i].story.published_count == 2);
    }
}

TEST_CASE("store: many events of few comments come with all they need", "[storage][contract]")
{
    const fresh_store store;
    auto held = judged(1, verdict_kind::hold);
    held.verdict.found = {sample_finding()};
    add(*store, {held});
    for (std::int64_t revision = 1; revision <= 600; ++revision) {
        const auto action = revision % 2 ? decision_action::approve : decision_action::reject;
        REQUIRE(decide(*store, 1, action, revision).status == model::decision_status::done);
    }

    const auto entries = store->events_after(0, 1000);

    REQUIRE(entries.size() == 601);
    for (const auto& entry : entries)
        CHECK(entry.comment.value().verdict.found.size() == 1);
}

TEST_CASE("store: the outbox's position goes forward only", "[storage][contract]")
{
    const fresh_store store;

    store->set_published_through(5);
    CHECK(store->published_through() == 5);
    store->set_published_through(3);
    CHECK(store->published_through() == 5);
    store->set_published_through(8);
    CHECK(store.open_again()->published_through() == 8);
}
