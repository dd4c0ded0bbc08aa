#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using rejoinder::tests::fresh_store;
using rejoinder::tests::judged;
using rejoinder::tests::sample_id;

namespace {

storage::judged_submission with_context(int number)
{
    auto made = judged(number);
    made.context = R"({"number": )" + std::to_string(number) + "}";
    return made;
}

}  // namespace

TEST_CASE("store: judged comments come with all they were judged by", "[storage][contract]")
{
    const fresh_store store;
    auto first = with_context(1);
    auto silent = tests::sample_finding(moderation::reason::flood);
    silent.silent = true;
    first.verdict.found = {tests::sample_finding(), silent};
    tests::add(*store, {first, with_context(2), judged(3)});
    tests::decide(*store, 2, model::decision_action::reject);

    const auto found = store->judged_after({}, {}, 10);

    CHECK(store->count_judged({}) == 2);
    REQUIRE(found.size() == 2);
    CHECK(found[0].comment.id == sample_id(1));
    CHECK(found[0].comment.verdict == first.verdict);
    CHECK(found[0].email_domain == "mail.example");
    CHECK(found[0].context == first.context);
    CHECK_FALSE(found[0].decided);
    CHECK(found[1].decided);
    CHECK(found[1].comment.state == model::comment_state::rejected);
}

TEST_CASE("store: judged comments are read page by page, from a time on", "[storage][contract]")
{
    const fresh_store store;
    tests::add(*store, {with_context(1), with_context(2), with_context(3)});
    const auto second = tests::sample_submission(2).submitted_at;

    CHECK(store->count_judged(second) == 2);
    const auto page = store->judged_after(second, {}, 1);
    REQUIRE(page.size() == 1);
    CHECK(page[0].comment.id == sample_id(2));
    const auto next = store->judged_after(page[0].comment.created_at, page[0].comment.id, 5);
    REQUIRE(next.size() == 1);
    CHECK(next[0].comment.id == sample_id(3));
}

TEST_CASE("store: texts are found by id", "[storage][contract]")
{
    const fresh_store store;
    tests::add(*store, {judged(1), judged(2)});
    const std::vector<std::string> ids = {sample_id(2).str(), sample_id(9).str()};

    const auto texts = store->texts_of(ids);

    REQUIRE(texts.size() == 1);
    CHECK(texts.at(sample_id(2).str()) == tests::sample_submission(2).text);
    CHECK(store->texts_of({}).empty());
}

TEST_CASE("store: a backtest is saved again and again", "[storage][contract]")
{
    const fresh_store store;
    model::backtest_record saved{
        "id",
        "0123456789ab",
        "Mo",
        "running",
        "{}",
        *model::from_rfc3339("2026-10-01T09:15:00.123Z"),
        *model::from_rfc3339("2026-10-01T09:15:00.123Z")};
    store->save_backtest(saved);
    saved.state = "done";
    saved.report = R"({"comments": 3})";
    saved.changed_at = *model::from_rfc3339("2026-10-01T09:16:00.000Z");
    store->save_backtest(saved);

    const auto found = store->find_backtest("id");

    REQUIRE(found);
    CHECK(found->state == "done");
    CHECK(found->report == saved.report);
    CHECK(found->candidate == saved.candidate);
    CHECK(found->by == "Mo");
    CHECK(found->created_at == saved.created_at);
    CHECK(found->changed_at == saved.changed_at);
    CHECK_FALSE(store->find_backtest("other"));
}

TEST_CASE("store: comments of one sketch number are similar, newest first", "[storage][contract]")
{
    const fresh_store store;
    auto first = judged(1);
    first.sketch = {-7, 8};
    auto second = judged(2);
    second.sketch = {-7, 9};
    second.cluster = sample_id(1).str();
    auto third = judged(3);
    third.sketch = {10};
    tests::add(*store, {first, second, third});
    const model::site_id site("demo");
    const std::vector<std::int64_t> sketch = {-7, 8};

    const auto found = store->similar_to(site, sketch, {}, 10);

    REQUIRE(found.size() == 2);
    CHECK(found[0].id == sample_id(2));
    CHECK(found[0].cluster == sample_id(1).str());
    CHECK(found[1].id == sample_id(1));
    CHECK(found[1].cluster.empty());
    CHECK(found[1].text == first.submission.text);
    CHECK(found[1].author == first.submission.author.known_as);
    CHECK(found[1].story == tests::sample_key());
    CHECK(found[1].created_at == first.submission.submitted_at);
    CHECK(store->similar_to(site, sketch, second.submission.submitted_at, 10).size() == 1);
    CHECK(store->similar_to(site, sketch, {}, 1).size() == 2);
    CHECK(store->similar_to(model::site_id("other"), sketch, {}, 10).empty());
    CHECK(store->similar_to(site, {}, {}, 10).empty());
}
