#include "server/storage/storage_failure.hpp"
#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <limits>

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;
using model::comment_state;

TEST_CASE("store: a stored comment is found with every field it was given", "[storage][contract]")
{
    const fresh_store store;
    auto reply = judged(2, verdict_kind::hold, 1);
    reply.verdict.score = 2.25;
    reply.verdict.found = {sample_finding(), sample_finding(moderation::reason::shouting)};
    CHECK(add(*store, {judged(1), reply}) == 2);

    const auto found = store->find_comment(sample_id(2));
    REQUIRE(found);
    CHECK(found->id == reply.submission.id);
    CHECK(found->story == reply.submission.story);
    CHECK(found->parent == sample_id(1));
    CHECK(found->author_name == reply.submission.author.name);
    CHECK(found->author_website == reply.submission.author.website);
    CHECK(found->author == reply.submission.author.known_as);
    CHECK(found->text == reply.submission.text);
    CHECK(found->state == comment_state::pending);
    CHECK(found->revision == 1);
    CHECK(found->created_at == reply.submission.submitted_at);
    CHECK_FALSE(found->edited_at);
    CHECK(found->likes == 0);
    CHECK(found->verdict == reply.verdict);
}

TEST_CASE("store: each verdict gives a fresh comment its state", "[storage][contract]")
{
    const auto [verdict, state] = GENERATE(table<verdict_kind, comment_state>({
        {verdict_kind::publish, comment_state::published},
        {verdict_kind::hold, comment_state::pending},
        {verdict_kind::reject, comment_state::rejected},
        {verdict_kind::spam, comment_state::spam},
    }));
    const fresh_store store;
    add(*store, {judged(1, verdict)});

    CHECK(store->find_comment(sample_id(1))->state == state);
    CHECK(store->find_comment(sample_id(1))->verdict.kind == verdict);
}

TEST_CASE("store: text comes back byte for byte", "[storage][contract]")
{
    const std::string text = GENERATE(
        as<std::string>(),
        "'; DROP TABLE comment; --",
        ":name ? %s \\ \" `",
        "emoji \xF0\x9F\x98\x80, Arabic \xD8\xA7, two\nlines\r\n\ttab",
        std::string(40'000, 'x'));
    const fresh_store store;
    auto odd = judged(1);
    odd.submission.text = text;
    odd.submission.author.name = text;
    odd.submission.story.story = model::story_id(text);
    add(*store, {odd});

    const auto found = store->find_comment(sample_id(1));
    REQUIRE(found);
    CHECK(found->text == text);
    CHECK(found->author_name == text);
    CHECK(found->story.story.str() == text);
}

TEST_CASE("store: a batch added again changes nothing", "[storage][contract]")
{
    const fresh_store store;
    auto with_finding = judged(2, verdict_kind::hold);
    with_finding.verdict.found = {sample_finding()};
    const std::vector<judged_submission> batch = {judged(1), with_finding};
    REQUIRE(store->add(batch) == 2);
    const auto events = store->last_event();

    CHECK(store->add(batch) == 0);

    CHECK(store->last_event() == events);
    CHECK(store->find_story(sample_key())->published_count == 1);
    CHECK(store->find_comment(sample_id(2))->verdict.found.size() == 1);
    CHECK(numbers(published(*store)) == std::vector{1});
}

TEST_CASE("store: of a batch seen in part, the rest is stored", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});

    CHECK(add(*store, {judged(1), judged(2)}) == 1);
    CHECK(numbers(published(*store)) == std::vector{1, 2});
}

TEST_CASE("store: a comment stored once keeps its text, verdict and state", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1, verdict_kind::hold)});
    decide(*store, 1, model::decision_action::reject);

    auto again = judged(1, verdict_kind::publish);
    again.submission.text = "Something else";
    CHECK(add(*store, {again}) == 0);

    const auto found = store->find_comment(sample_id(1));
    CHECK(found->text == judged(1).submission.text);
    CHECK(found->state == comment_state::rejected);
    CHECK(found->verdict.kind == verdict_kind::hold);
    CHECK(published(*store).empty());
}

TEST_CASE("store: the same id twice in a batch is one comment", "[storage][contract]")
{
    const fresh_store store;

    CHECK(add(*store, {judged(1), judged(1)}) == 1);
    CHECK(store->history_of(sample_id(1)).size() == 1);
}

TEST_CASE("store: an empty batch is no change", "[storage][contract]")
{
    const fresh_store store;

    CHECK(store->add({}) == 0);
    CHECK(store->last_event() == 0);
}

TEST_CASE("store: a fresh comment's event is stored with it", "[storage][contract]")
{
    const fresh_store store;
    const auto before = model::now();
    add(*store, {judged(1, verdict_kind::spam)});

    const auto history = store->history_of(sample_id(1));
    REQUIRE(history.size() == 1);
    CHECK(history[0].kind == model::event_kind::judged);
    CHECK(history[0].story == sample_key());
    CHECK(history[0].comment == sample_id(1));
    CHECK_FALSE(history[0].from);
    CHECK(history[0].to == comment_state::spam);
    CHECK_FALSE(history[0].story_state);
    CHECK(history[0].by == "filters");
    CHECK(history[0].rule_set == "rules-1");
    CHECK(history[0].at >= before);
}

TEST_CASE("store: a batch that fails has not happened", "[storage][contract]")
{
    const fresh_store store;
    // Not a number: an engine keeps it as NULL, which a score may not be.
    auto impossible = judged(2);
    impossible.verdict.score = std::numeric_limits<double>::quiet_NaN();

    CHECK_THROWS_AS(add(*store, {judged(1), impossible}), storage_failure);

    CHECK_FALSE(store->find_comment(sample_id(1)));
    CHECK_FALSE(store->find_story(sample_key()));
    CHECK(store->last_event() == 0);
    CHECK(add(*store, {judged(1), judged(2)}) == 2);
}

TEST_CASE("store: a reply to what is not in the story stands at the top", "[storage][contract]")
{
    const fresh_store store;
    auto elsewhere = judged(1);
    elsewhere.submission.story.story = model::story_id("another");
    add(*store, {elsewhere, judged(2, verdict_kind::publish, 1)});
    add(*store, {judged(3, verdict_kind::publish, 99)});
    add(*store, {judged(4, verdict_kind::publish, 4)});

    for (const int number : {2, 3, 4}) {
        CAPTURE(number);
        CHECK_FALSE(store->find_comment(sample_id(number))->parent);
    }
    CHECK(numbers(published(*store)) == std::vector{2, 3, 4});
}

TEST_CASE("store: a story keeps what its first comment said of it", "[storage][contract]")
{
    const fresh_store store;
    auto renamed = judged(2);
    renamed.submission.story_title = "Another title";
    add(*store, {judged(1), renamed});

    const auto story = store->find_story(sample_key());
    REQUIRE(story);
    CHECK(story->key == sample_key());
    CHECK(story->url == "https://news.example/bridge");
    CHECK(story->title == "The bridge is open");
    CHECK(story->state == model::story_state::open);
}

TEST_CASE("store: an author has one avatar, another author another", "[storage][contract]")
{
    const fresh_store store;
    auto same_author = judged(2);
    same_author.submission.author = judged(1).submission.author;
    add(*store, {judged(1)});
    add(*store, {same_author, judged(3)});

    const auto avatar = store->find_comment(sample_id(1))->avatar;
    CHECK_FALSE(avatar.empty());
    CHECK(store->find_comment(sample_id(2))->avatar == avatar);
    CHECK(store->find_comment(sample_id(3))->avatar != avatar);
}
