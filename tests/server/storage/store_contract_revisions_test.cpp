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

comment_edit edit_of(int number, std::int64_t revision, const char* text, const char* batch)
{
    comment_edit edit;
    edit.comment = sample_id(number);
    edit.expected_revision = revision;
    edit.text = text;
    edit.verdict.kind = verdict_kind::hold;
    edit.verdict.score = 4;
    edit.verdict.rule_set = "rules-2";
    edit.reason = "personal data";
    edit.batch = batch;
    return edit;
}

comment_edit undo_of(std::int64_t revision, const char* text, const char* batch)
{
    auto edit = edit_of(1, revision, text, "");
    edit.undoes = batch;
    return edit;
}

std::string text_of(store& record)
{
    return record.find_comment(sample_id(1)).value().text;
}

}  // namespace

TEST_CASE("store: an edit keeps the text from before and the state", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});
    const auto before = text_of(*store);
    auto edit = edit_of(1, 1, "Call \u2588\u2588\u2588.", "b1");
    edit.verdict.found = {sample_finding()};

    const auto outcome = store->edit(edit, acting_mo());
    CHECK(outcome.status == decision_status::done);
    CHECK(outcome.state == comment_state::published);
    CHECK(outcome.revision == 2);

    const auto now = store->find_for_desk(sample_id(1)).value().comment;
    CHECK(now.text == "Call \u2588\u2588\u2588.");
    CHECK(now.edited_at.has_value());
    CHECK(now.verdict.score == 4);
    CHECK(now.verdict.rule_set == "rules-2");
    CHECK(now.verdict.found.size() == 1);
    CHECK(numbers(published(*store)) == std::vector{1});

    const auto revisions = store->revisions_of(sample_id(1));
    REQUIRE(revisions.size() == 1);
    CHECK(revisions[0].revision == 1);
    CHECK(revisions[0].text == before);
    CHECK(revisions[0].by == "Mo");
    CHECK(revisions[0].reason == "personal data");
    CHECK_FALSE(revisions[0].undone);

    const auto event = store->history_of(sample_id(1)).back();
    CHECK(event.kind == model::event_kind::edited);
    CHECK(event.from == comment_state::published);
    CHECK(event.to == comment_state::published);
    CHECK(event.batch == "b1");
}

TEST_CASE("store: an edit expects a revision", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});
    const auto before = text_of(*store);
    CHECK(store->edit(edit_of(1, 7, "No.", "b1"), acting_mo()).status == decision_status::conflict);
    CHECK(
        store->edit(edit_of(9, 1, "No.", "b1"), acting_mo()).status == decision_status::not_found);
    CHECK(text_of(*store) == before);
    CHECK(store->revisions_of(sample_id(1)).empty());
}

TEST_CASE("store: edits are taken back one after the other", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});
    const auto before = text_of(*store);
    store->edit(edit_of(1, 1, "One.", "b1"), acting_mo());
    store->edit(edit_of(1, 2, "Two.", "b2"), acting_mo());

    const auto first = store->find_edit("b1").value();
    CHECK(first.text_before == before);
    CHECK_FALSE(first.standing);
    CHECK(store->find_edit("b2").value().standing);
    CHECK_FALSE(store->find_edit("").has_value());
    CHECK(store->edit(undo_of(3, "x", "b1"), acting_mo()).status == decision_status::conflict);

    CHECK(store->edit(undo_of(3, "One.", "b2"), acting_mo()).status == decision_status::done);
    CHECK(text_of(*store) == "One.");
    CHECK(store->edit(undo_of(4, before.c_str(), "b1"), acting_mo()).revision == 5);
    CHECK(text_of(*store) == before);
    CHECK_FALSE(store->find_comment(sample_id(1))->edited_at.has_value());
    CHECK(store->history_of(sample_id(1)).back().kind == model::event_kind::undone);
    CHECK(store->revisions_of(sample_id(1)).at(1).undone);
}

TEST_CASE("store: edits and decisions are taken back apart", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1, verdict_kind::hold)});
    decide(*store, 1, decision_action::approve, 1, "", "d1");
    store->edit(edit_of(1, 2, "One.", "e1"), acting_mo());

    const auto undone = store->undo("d1", {}, acting_mo());
    REQUIRE(undone.size() == 1);
    CHECK(undone[0].status == decision_status::done);
    CHECK(store->find_comment(sample_id(1))->state == comment_state::pending);
    CHECK(text_of(*store) == "One.");
    CHECK(store->undo("e1", {}, acting_mo()).empty());

    decide(*store, 1, decision_action::spam, 4, "", "d2");
    CHECK(store->edit(undo_of(5, "Back.", "e1"), acting_mo()).status == decision_status::done);
    CHECK(store->undo("d2", {}, acting_mo()).at(0).status == decision_status::done);
    CHECK(store->find_comment(sample_id(1))->state == comment_state::pending);
}

TEST_CASE("store: words are found in the text that a comment has", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});
    store->edit(edit_of(1, 1, "A quokka.", "b1"), acting_mo());
    desk_request request;
    request.text = "quokka";
    CHECK(store->list_for_desk(request)->comments.size() == 1);
}

TEST_CASE("store: the sealed address of a comment is for masking it", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});
    CHECK(store->sealed_email_of(sample_id(1)).has_value());
    CHECK_FALSE(store->sealed_email_of(sample_id(2)).has_value());
}
