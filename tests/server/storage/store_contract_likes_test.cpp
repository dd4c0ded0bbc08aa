#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;
using model::decision_action;
using likes = std::optional<std::int64_t>;

namespace {

std::vector<outbox_entry> like_events(store& record)
{
    auto entries = record.events_after(0, 100);
    std::erase_if(entries, [](const auto& entry) {
        return entry.event.kind != model::event_kind::liked;
    });
    return entries;
}

}  // namespace

TEST_CASE("store: a reader likes a comment once, and takes it back once", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1), judged(2)});

    CHECK(store->set_like(sample_id(1), "a", true) == likes(1));
    CHECK(store->set_like(sample_id(1), "a", true) == likes(1));
    CHECK(store->set_like(sample_id(1), "b", true) == likes(2));
    CHECK(store->set_like(sample_id(2), "c", false) == likes(0));
    CHECK(store->find_comment(sample_id(1))->likes == 2);
    CHECK(store->set_like(sample_id(1), "a", false) == likes(1));
    CHECK(store->set_like(sample_id(1), "a", false) == likes(1));
    CHECK(published(*store).at(0).likes == 1);
    CHECK(published(*store).at(1).likes == 0);
}

TEST_CASE("store: only what is published is liked", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1), judged(2, verdict_kind::hold)});
    CHECK(store->set_like(sample_id(1), "a", true) == likes(1));
    decide(*store, 1, decision_action::reject);

    CHECK_FALSE(store->set_like(sample_id(1), "b", true));
    CHECK_FALSE(store->set_like(sample_id(1), "a", false));
    CHECK_FALSE(store->set_like(sample_id(2), "a", true));
    CHECK_FALSE(store->set_like(sample_id(3), "a", true));
    decide(*store, 1, decision_action::approve, 2);
    CHECK(published(*store).at(0).likes == 1);
}

TEST_CASE("store: a like is for the feeds, not for the log or the desk", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});
    store->set_like(sample_id(1), "a", true);
    store->set_like(sample_id(1), "a", true);

    const auto told = like_events(*store);
    REQUIRE(told.size() == 1);
    CHECK(told[0].event.comment == sample_id(1));
    CHECK(told[0].comment->likes == 1);
    CHECK_FALSE(told[0].event.to);
    CHECK(store->history_of(sample_id(1)).size() == 1);
    CHECK(store->list_log({}).value().entries.empty());
    CHECK(store->counts("").published == 1);
    CHECK(store->find_comment(sample_id(1))->revision == 1);
}

TEST_CASE("store: of published likes, one event at most is kept", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1), judged(2)});
    store->set_like(sample_id(1), "a", true);
    store->set_like(sample_id(2), "a", true);
    store->set_like(sample_id(1), "b", true);
    CHECK(like_events(*store).size() == 3);

    store->set_published_through(store->last_event());
    store->set_like(sample_id(1), "c", true);
    const auto left = like_events(*store);
    REQUIRE(left.size() == 2);
    CHECK(left[0].event.comment == sample_id(2));
    CHECK(left[1].event.comment == sample_id(1));
    CHECK(left[1].event.seq == store->last_event());
}

TEST_CASE("store: a decision is taken back however many liked meanwhile", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1, verdict_kind::hold)});
    const auto batch = model::new_uuid();
    decide(*store, 1, decision_action::approve, 1, "", batch);
    store->set_like(sample_id(1), "a", true);

    const auto undone = store->undo(batch, {}, acting_mo());
    REQUIRE(undone.size() == 1);
    CHECK(undone[0].status == model::decision_status::done);
}

TEST_CASE("store: the most liked come first, page by page", "[storage][contract]")
{
    const fresh_store store;
    for (int number = 1; number <= 5; ++number)
        add(*store, {judged(number)});
    for (const auto* const reader : {"a", "b"})
        store->set_like(sample_id(4), reader, true);
    store->set_like(sample_id(2), "a", true);
    store->set_like(sample_id(5), "a", true);

    auto request = first_page();
    request.sort = sort_order::top;
    request.top_level_max = 2;
    const auto first = store->list_published(request).value();
    request.cursor = first.next;
    const auto second = store->list_published(request).value();
    request.cursor = second.next;
    const auto third = store->list_published(request).value();

    CHECK(numbers(first.comments) == std::vector{4, 2});
    CHECK(numbers(second.comments) == std::vector{5, 1});
    CHECK(numbers(third.comments) == std::vector{3});
    CHECK(third.next.empty());
}
