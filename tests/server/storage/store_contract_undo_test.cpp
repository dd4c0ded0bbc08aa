#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;
using model::comment_state;
using model::decision_action;
using model::decision_status;

namespace {

std::vector<decision_status> undone(store& record, const char* batch)
{
    std::vector<decision_status> statuses;
    for (const auto& outcome : record.undo(batch, {}, acting_mo()))
        statuses.push_back(outcome.status);
    return statuses;
}

comment_state state_of(store& record, int number)
{
    return record.find_comment(sample_id(number)).value().state;
}

}  // namespace

TEST_CASE("store: what was decided together is taken back together", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1), judged(2, verdict_kind::hold), judged(3)});
    decide(*store, 1, decision_action::reject, 1, "", "b1");
    decide(*store, 2, decision_action::approve, 1, "", "b1");
    decide(*store, 3, decision_action::spam, 1, "", "b2");

    CHECK(undone(*store, "b1") == std::vector{decision_status::done, decision_status::done});
    CHECK(state_of(*store, 1) == comment_state::published);
    CHECK(state_of(*store, 2) == comment_state::pending);
    CHECK(state_of(*store, 3) == comment_state::spam);
    CHECK(numbers(published(*store)) == std::vector{1});
    CHECK(store->find_comment(sample_id(1))->revision == 3);
    const auto last = store->history_of(sample_id(1)).back();
    CHECK(last.kind == model::event_kind::undone);
    CHECK(last.from == comment_state::rejected);
    CHECK(last.to == comment_state::published);
    CHECK(last.by == "Mo");
}

TEST_CASE("store: what happened meanwhile is not overwritten by taking back", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});
    decide(*store, 1, decision_action::reject, 1, "", "b1");
    decide(*store, 1, decision_action::spam, 2, "", "b2");

    CHECK(undone(*store, "b1") == std::vector{decision_status::conflict});
    CHECK(state_of(*store, 1) == comment_state::spam);
    CHECK(undone(*store, "b2") == std::vector{decision_status::done});
    CHECK(state_of(*store, 1) == comment_state::rejected);
    CHECK(undone(*store, "b2") == std::vector{decision_status::conflict});
}

TEST_CASE("store: decisions on one comment are taken back one after the other", "[storage]")
{
    const fresh_store store;
    auto with_context = judged(1);
    with_context.context = "{}";
    add(*store, {with_context});
    const auto decided = [&] {
        return store->find_judged(sample_id(1)).value().decided;
    };
    decide(*store, 1, decision_action::reject, 1, "", "b1");
    decide(*store, 1, decision_action::approve, 2, "", "b2");
    decide(*store, 1, decision_action::spam, 3, "", "b3");

    CHECK(undone(*store, "b3") == std::vector{decision_status::done});
    CHECK(undone(*store, "b2") == std::vector{decision_status::done});
    CHECK(state_of(*store, 1) == comment_state::rejected);
    CHECK(decided());
    decide(*store, 1, decision_action::spam, 6, "", "b4");
    CHECK(undone(*store, "b4") == std::vector{decision_status::done});
    CHECK(decided());  // The first decision stands.
    CHECK(undone(*store, "b1") == std::vector{decision_status::done});
    CHECK(state_of(*store, 1) == comment_state::published);
    CHECK_FALSE(decided());
}

TEST_CASE("store: reports are open again after their decision is taken back", "[storage]")
{
    const fresh_store store;
    add(*store, {judged(1)});
    model::report report;
    report.id = model::new_uuid();
    report.comment = sample_id(1);
    report.reporter = "r";
    report.at = model::now();
    store->add_report(report, 20);
    decide(*store, 1, decision_action::approve, 1, "", "b1");
    REQUIRE(store->counts("").reported == 0);

    CHECK(undone(*store, "b1") == std::vector{decision_status::done});
    CHECK(store->counts("").reported == 1);
}

TEST_CASE("store: there is nothing to take back", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});
    decide(*store, 1, decision_action::reject, 1, "", "b1");

    CHECK(undone(*store, "b9").empty());
    CHECK(undone(*store, "").empty());
    CHECK(store->undo("b1", model::now() + std::chrono::hours(1), acting_mo()).empty());
}
