#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

#include <map>

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;
using model::comment_state;
using model::decision_action;
using model::decision_status;

namespace {

acting_moderator mo()
{
    return {model::moderator_id("0192f0c1-0000-7000-9000-000000000001"), "Mo"};
}

std::map<std::string, std::int64_t> counts_by_name(store& record)
{
    const auto counts = record.counts("");
    return {
        {"published", counts.published},
        {"pending", counts.pending},
        {"rejected", counts.rejected},
        {"spam", counts.spam}};
}

}  // namespace

TEST_CASE(
    "store: a decision changes state and revision and writes its event",
    "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1, verdict_kind::hold)});

    const auto outcome = decide(*store, 1, decision_action::reject, 1, "off topic");

    CHECK(outcome.comment == sample_id(1));
    CHECK(outcome.status == decision_status::done);
    CHECK(outcome.state == comment_state::rejected);
    CHECK(outcome.revision == 2);
    const auto comment = store->find_comment(sample_id(1));
    CHECK(comment->state == comment_state::rejected);
    CHECK(comment->revision == 2);
    CHECK(comment->verdict.kind == verdict_kind::hold);

    const auto history = store->history_of(sample_id(1));
    REQUIRE(history.size() == 2);
    const auto& event = history[1];
    CHECK(event.kind == model::event_kind::decided);
    CHECK(event.story == sample_key());
    CHECK(event.from == comment_state::pending);
    CHECK(event.to == comment_state::rejected);
    CHECK(event.by == "Mo");
    CHECK(event.reason == "off topic");
    CHECK(event.seq > history[0].seq);
    CHECK(store->last_event() == event.seq);
}

TEST_CASE("store: every action leads to its state", "[storage][contract]")
{
    const auto [action, state] = GENERATE(table<decision_action, comment_state>({
        {decision_action::approve, comment_state::published},
        {decision_action::reject, comment_state::rejected},
        {decision_action::spam, comment_state::spam},
    }));
    const fresh_store store;
    add(*store, {judged(1, verdict_kind::hold)});

    CHECK(decide(*store, 1, action).state == state);
    CHECK(store->find_comment(sample_id(1))->state == state);
}

TEST_CASE("store: a decision on a revision that is gone touches nothing", "[storage][contract]")
{
    const std::int64_t expected = GENERATE(0, 1, 3);
    const fresh_store store;
    add(*store, {judged(1, verdict_kind::hold)});
    decide(*store, 1, decision_action::approve);
    const auto events = store->last_event();

    const auto outcome = decide(*store, 1, decision_action::spam, expected);

    CHECK(outcome.status == decision_status::conflict);
    CHECK(outcome.state == comment_state::published);
    CHECK(outcome.revision == 2);
    CHECK(store->find_comment(sample_id(1))->state == comment_state::published);
    CHECK(store->find_comment(sample_id(1))->revision == 2);
    CHECK(store->last_event() == events);
}

TEST_CASE("store: deciding what already is so is not allowed", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});
    const auto events = store->last_event();

    const auto outcome = decide(*store, 1, decision_action::approve);

    CHECK(outcome.status == decision_status::not_allowed);
    CHECK(outcome.state == comment_state::published);
    CHECK(outcome.revision == 1);
    CHECK(store->last_event() == events);
    CHECK(store->find_story(sample_key())->published_count == 1);
}

TEST_CASE(
    "store: decisions are answered in order and do not stop each other",
    "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1, verdict_kind::hold), judged(2, verdict_kind::hold), judged(3)});
    const std::vector<model::decision> decisions = {
        {sample_id(2), 7, decision_action::approve, ""},
        {sample_id(9), 1, decision_action::approve, ""},
        {sample_id(1), 1, decision_action::approve, ""},
        {sample_id(3), 1, decision_action::approve, ""},
        {sample_id(1), 1, decision_action::reject, ""},
        {sample_id(1), 2, decision_action::spam, ""},
    };

    const auto outcomes = store->decide(decisions, mo(), {});

    std::vector<decision_status> statuses;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        CHECK(outcomes[i].comment == decisions[i].comment);
        statuses.push_back(outcomes[i].status);
    }
    CHECK(
        statuses == std::vector{
                        decision_status::conflict,
                        decision_status::not_found,
                        decision_status::done,
                        decision_status::not_allowed,
                        decision_status::conflict,
                        decision_status::done});
    CHECK_FALSE(outcomes[1].state);
    CHECK(store->find_comment(sample_id(1))->state == comment_state::spam);
    CHECK(store->find_comment(sample_id(1))->revision == 3);
    CHECK(store->history_of(sample_id(1)).size() == 3);
    CHECK(store->history_of(sample_id(2)).size() == 1);
}

TEST_CASE("store: no decisions are no change", "[storage][contract]")
{
    const fresh_store store;

    CHECK(store->decide({}, mo(), {}).empty());
    CHECK(store->last_event() == 0);
}

TEST_CASE("store: counts agree with what is listed after any decisions", "[storage][contract]")
{
    const fresh_store store;
    constexpr int comments = 12;
    std::vector<judged_submission> batch;
    for (int number = 1; number <= comments; ++number) {
        const auto kind = number % 3 == 0 ? verdict_kind::hold : verdict_kind::publish;
        batch.push_back(judged(number, kind, number / 2));
    }
    store->add(batch);

    // A walk through states that is the same every time.
    unsigned step = 7;
    for (int i = 0; i < 60; ++i) {
        step = step * 1103515245U + 12345U;
        const int number = static_cast<int>(step >> 16) % comments + 1;
        const auto action = static_cast<decision_action>((step >> 8) % 3);
        decide(*store, number, action, store->find_comment(sample_id(number))->revision);

        std::map<std::string, std::int64_t> expected =
            {{"published", 0}, {"pending", 0}, {"rejected", 0}, {"spam", 0}};
        for (int each = 1; each <= comments; ++each)
            ++expected[std::string(to_string(store->find_comment(sample_id(each))->state))];
        CHECK(counts_by_name(*store) == expected);
        const auto shown = static_cast<std::int64_t>(published(*store).size());
        CHECK(shown == expected["published"]);
        CHECK(store->find_story(sample_key())->published_count == shown);
    }
}

TEST_CASE("store: a story is changed, with an event of its own", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});

    const auto changed =
        store->change_story(sample_key(), {.state = model::story_state::closed}, mo());

    CHECK(changed.value().state == model::story_state::closed);
    CHECK(changed.value().published_count == 1);
    CHECK(changed.value().url == "https://news.example/bridge");
    CHECK(store->find_story(sample_key())->state == model::story_state::closed);
    const auto entries = store->events_after(1, 10);
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].event.kind == model::event_kind::story_changed);
    CHECK(entries[0].event.story_state == model::story_state::closed);
    CHECK(entries[0].event.story == sample_key());
    CHECK(entries[0].event.by == "Mo");
    CHECK_FALSE(entries[0].event.comment);
    CHECK_FALSE(entries[0].event.to);
    CHECK(store->history_of(sample_id(1)).size() == 1);
}

TEST_CASE("store: a story that already is so stays without an event", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});

    const auto same = store->change_story(sample_key(), {.state = model::story_state::open}, mo());

    CHECK(same.value().state == model::story_state::open);
    CHECK(store->last_event() == 1);
}

TEST_CASE("store: a closed story keeps taking what was submitted before", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});
    CHECK(
        store->change_story(sample_key(), {.state = model::story_state::closed}, mo()).has_value());

    CHECK(add(*store, {judged(2)}) == 1);
    CHECK(store->find_story(sample_key())->state == model::story_state::closed);
}

TEST_CASE("store: a story nobody has commented on cannot be changed", "[storage][contract]")
{
    const fresh_store store;

    const auto refused =
        store->change_story(sample_key(), {.state = model::story_state::closed}, mo());

    REQUIRE(refused.has_error());
    CHECK(refused.error().code == model::error::story_not_found);
    CHECK(store->last_event() == 0);
}

TEST_CASE("store: when a story was published, by the page's word and by the desk's", "[storage]")
{
    const fresh_store store;
    const auto first = model::from_rfc3339("2026-10-01T00:00:00.000Z");
    const auto later = model::from_rfc3339("2026-10-02T00:00:00.000Z");
    add(*store, {judged(1)});
    CHECK_FALSE(store->find_story(sample_key())->published_at);

    for (const auto& [number, said] : {std::pair(2, first), std::pair(3, later)}) {
        auto next = judged(number);
        next.submission.story_published_at = said;
        add(*store, {next});
        CHECK(store->find_story(sample_key())->published_at == first);
    }
    const auto changed = store->change_story(sample_key(), {.published_at = later}, mo());
    CHECK(changed.value().published_at == later);
    CHECK(changed.value().state == model::story_state::open);
    CHECK(store->find_story(sample_key())->published_at == later);
}
