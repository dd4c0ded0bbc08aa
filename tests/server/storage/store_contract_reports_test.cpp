#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;
using model::comment_state;
using model::decision_action;

namespace {

model::report report_of(int number, const char* reporter = "r1")
{
    model::report report;
    report.id = model::new_uuid();
    report.comment = sample_id(number);
    report.reporter = reporter;
    report.reason = model::report_reason::abusive;
    report.text = "It is rude.";
    report.at = model::from_rfc3339("2026-10-05T00:00:00.000Z").value();
    return report;
}

int reported(store& record)
{
    desk_request request;
    request.reported = true;
    return static_cast<int>(record.list_for_desk(request).value().comments.size());
}

judged_again held(int number, std::int64_t revision = 1)
{
    judged_again again;
    again.comment = sample_id(number);
    again.expected_revision = revision;
    again.verdict.kind = moderation::verdict_kind::hold;
    again.verdict.rule_set = "rules-2";
    again.verdict.found = {sample_finding(moderation::reason::reported)};
    again.context = R"({"reports":3})";
    again.reason = "reported";
    return again;
}

}  // namespace

TEST_CASE("store: a reader reports a published comment once", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1), judged(2, verdict_kind::hold)});

    CHECK(store->add_report(report_of(1), 20) == report_status::added);
    CHECK(store->add_report(report_of(1), 20) == report_status::repeated);
    CHECK(store->add_report(report_of(1, "r2"), 20) == report_status::added);
    CHECK(store->add_report(report_of(2), 20) == report_status::not_published);
    CHECK(store->add_report(report_of(3), 20) == report_status::not_published);

    const auto all = store->reports_of(sample_id(1));
    REQUIRE(all.size() == 2);
    CHECK(all[0].report.text == "It is rude.");
    CHECK(all[0].report.reason == model::report_reason::abusive);
    CHECK(store->counts("").reported == 1);
    CHECK(store->counts("gazette").reported == 0);
    CHECK(reported(*store) == 1);
    CHECK(store->find_for_desk(sample_id(1)).value().open_reports == 2);
}

TEST_CASE("store: a reader reports only so often in an hour", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1), judged(2), judged(3)});
    CHECK(store->add_report(report_of(1), 2) == report_status::added);
    CHECK(store->add_report(report_of(2), 2) == report_status::added);
    CHECK(store->add_report(report_of(3), 2) == report_status::too_many);
    auto later = report_of(3);
    later.at += std::chrono::hours(1);
    CHECK(store->add_report(later, 2) == report_status::added);
}

TEST_CASE("store: a decision settles the reports, and makes the reporters' records", "[storage]")
{
    const fresh_store store;
    add(*store, {judged(1), judged(2), judged(3)});
    for (const int number : {1, 2, 3})
        store->add_report(report_of(number), 20);

    CHECK(decide(*store, 1, decision_action::reject).status == model::decision_status::done);
    const auto kept = decide(*store, 2, decision_action::approve);
    CHECK(kept.status == model::decision_status::done);
    CHECK(kept.state == comment_state::published);
    CHECK(kept.revision == 2);
    CHECK(
        decide(*store, 2, decision_action::approve, 2).status ==
        model::decision_status::not_allowed);

    CHECK(store->reports_of(sample_id(1)).at(0).report.outcome == model::report_outcome::upheld);
    CHECK(store->reports_of(sample_id(2)).at(0).report.outcome == model::report_outcome::dismissed);
    const auto open = store->reports_of(sample_id(3)).at(0);
    CHECK(open.report.outcome == model::report_outcome::open);
    CHECK(open.record.upheld == 1);
    CHECK(open.record.dismissed == 1);
    CHECK(store->counts("demo").reported == 1);
    CHECK(published(*store).size() == 2);
}

TEST_CASE("store: what is judged again waits, and its event says why", "[storage][contract]")
{
    const fresh_store store;
    auto first = judged(1);
    first.context = "{}";
    add(*store, {first, judged(2)});

    CHECK_FALSE(store->judge_again(held(1, 7)));
    CHECK(store->judge_again(held(1)));
    CHECK_FALSE(store->judge_again(held(1, 2)));  // It is not published any more.

    const auto now = store->find_judged(sample_id(1)).value();
    CHECK(now.comment.state == comment_state::pending);
    CHECK(now.comment.revision == 2);
    CHECK(now.comment.verdict.rule_set == "rules-2");
    REQUIRE(now.comment.verdict.found.size() == 1);
    CHECK(now.comment.verdict.found[0].reason == moderation::reason::reported);
    CHECK(now.context == R"({"reports":3})");
    CHECK_FALSE(now.decided);
    const auto last = store->history_of(sample_id(1)).back();
    CHECK(last.kind == model::event_kind::judged);
    CHECK(last.from == comment_state::published);
    CHECK(last.to == comment_state::pending);
    CHECK(last.reason == "reported");
    CHECK(numbers(published(*store)) == std::vector{2});
}

TEST_CASE("store: judged again and published, nothing happens to it", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});
    auto again = held(1);
    again.verdict.kind = moderation::verdict_kind::publish;

    CHECK(store->judge_again(again));
    CHECK(numbers(published(*store)) == std::vector{1});
    CHECK(store->history_of(sample_id(1)).size() == 1);
}
