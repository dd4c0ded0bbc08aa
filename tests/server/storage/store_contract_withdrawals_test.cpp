#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;
using model::comment_state;
using model::decision_status;

namespace {

std::string all_texts(store& record)
{
    std::string all;
    record.for_each_text([&](std::string_view text) { all.append(text).append("\n"); });
    return all;
}

model::decision_outcome rewrite(
    store& record,
    int number,
    const std::string& text,
    std::optional<comment_state> state = {})
{
    comment_edit edit;
    edit.comment = sample_id(number);
    edit.expected_revision = 1;
    edit.text = text;
    edit.verdict.rule_set = "rules-1";
    edit.batch = model::new_uuid();
    edit.state = state;
    return record.edit(edit, {{}, "author"});
}

}  // namespace

TEST_CASE(
    "store: what is withdrawn is shown no more, and its event says who",
    "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1), judged(2)});

    const auto outcome = store->withdraw(sample_id(1), withdrawal::keep);
    CHECK(outcome.status == decision_status::done);
    CHECK(outcome.state == comment_state::withdrawn);
    CHECK(numbers(published(*store)) == std::vector{2});
    CHECK(store->find_story(sample_key())->published_count == 1);
    CHECK_FALSE(store->find_comment(sample_id(1))->text.empty());

    const auto history = store->history_of(sample_id(1));
    REQUIRE(history.size() == 2);
    CHECK(history.back().kind == model::event_kind::withdrawn);
    CHECK(history.back().from == comment_state::published);
    CHECK(history.back().to == comment_state::withdrawn);
    CHECK(history.back().by == "author");

    CHECK(store->withdraw(sample_id(1), withdrawal::keep).status == decision_status::done);
    CHECK(store->history_of(sample_id(1)).size() == 2);
    CHECK(
        decide(*store, 1, model::decision_action::approve, 2).status ==
        decision_status::not_allowed);
    CHECK(store->withdraw(sample_id(9), withdrawal::keep).status == decision_status::not_found);
}

TEST_CASE("store: of what is erased, no word is left", "[storage][contract]")
{
    const fresh_store store;
    auto told = judged(1);
    told.submission.author.name = "Zebedee Quokka";
    told.submission.text = "The walrus lives here.";
    told.verdict.found = {sample_finding()};
    told.verdict.found[0].detail = "walrus";
    told.sketch = {1, 2, 3};
    add(*store, {told, judged(2, verdict_kind::publish, 1)});
    rewrite(*store, 1, "The narwhal lives here.");
    desk_request words;
    words.text = "narwhal";
    REQUIRE(store->list_for_desk(words).value().comments.size() == 1);

    CHECK(store->withdraw(sample_id(1), withdrawal::keep).state == comment_state::withdrawn);
    CHECK(store->withdraw(sample_id(1), withdrawal::erase).state == comment_state::erased);
    CHECK(store->withdraw(sample_id(1), withdrawal::keep).state == comment_state::erased);

    const auto texts = all_texts(*store);
    for (const auto* const word : {"Zebedee", "walrus", "narwhal"}) {
        CAPTURE(word);
        CHECK(texts.find(word) == std::string::npos);
    }
    CHECK_FALSE(store->sealed_email_of(sample_id(1)));
    CHECK(store->find_comment(sample_id(1))->author != told.submission.author.known_as);
    CHECK(store->list_for_desk(words).value().comments.empty());
    // What others said in reply stays.
    CHECK(numbers(published(*store)) == std::vector{2});
}

TEST_CASE("store: an edit may send a comment back to wait", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});

    const auto outcome = rewrite(*store, 1, "Something else.", comment_state::pending);
    CHECK(outcome.status == decision_status::done);
    CHECK(outcome.state == comment_state::pending);
    const auto now = store->find_comment(sample_id(1));
    CHECK(now->state == comment_state::pending);
    CHECK(now->revision == outcome.revision);
    CHECK(published(*store).empty());
    const auto history = store->history_of(sample_id(1));
    CHECK(history.back().from == comment_state::published);
    CHECK(history.back().to == comment_state::pending);
    CHECK(store->counts("").pending == 1);
}
