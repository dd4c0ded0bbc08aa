#include "server/worker/author_history.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/sample_submission.hpp"

using namespace rejoinder;
using rejoinder::tests::sample_submission;

namespace {

/// The author's earlier comment on the sample's story, so many seconds before the first sample.
storage::author_activity::recent_comment earlier(const std::string& text, int seconds)
{
    storage::author_activity::recent_comment comment;
    comment.text = text;
    comment.story = sample_submission().story;
    comment.created_at = sample_submission(1).submitted_at - std::chrono::seconds(seconds);
    return comment;
}

}  // namespace

TEST_CASE("author history: what storage counted is passed on", "[worker][author_history]")
{
    storage::author_activity stored;
    stored.published = 4;
    stored.pending = 3;
    stored.rejected = 2;
    stored.approved_by_human = 1;

    const auto seen = worker::author_history(stored, 20).as_of(sample_submission());

    CHECK(seen.published == 4);
    CHECK(seen.pending == 3);
    CHECK(seen.rejected == 2);
    CHECK(seen.approved_by_human == 1);
    CHECK(seen.recent.empty());
}

TEST_CASE("author history: only a token proves the author", "[worker][author_history]")
{
    auto submission = sample_submission();
    const worker::author_history history({}, 20);

    CHECK_FALSE(history.as_of(submission).proved);
    submission.proof = model::author_proof::author_token;
    CHECK(history.as_of(submission).proved);
}

TEST_CASE("author history: distances count from the submission", "[worker][author_history]")
{
    storage::author_activity stored;
    stored.recent = {earlier("newest", 5), earlier("older", 90)};
    stored.recent[1].story.story = model::story_id("harbour");
    const worker::author_history history(stored, 20);

    const auto seen = history.as_of(sample_submission(11));

    REQUIRE(seen.recent.size() == 2);
    CHECK(seen.recent[0].text == "newest");
    CHECK(seen.recent[0].seconds_ago == 15);
    CHECK(seen.recent[0].same_story);
    CHECK(seen.recent[1].seconds_ago == 100);
    CHECK_FALSE(seen.recent[1].same_story);
}

TEST_CASE(
    "author history: what another worker stored later is no future",
    "[worker][author_history]")
{
    storage::author_activity stored;
    stored.recent = {earlier("overtook us", -3)};

    const auto seen = worker::author_history(stored, 20).as_of(sample_submission(1));

    CHECK(seen.recent.at(0).seconds_ago == 0);
}

TEST_CASE("author history: the batch's earlier comments come first", "[worker][author_history]")
{
    storage::author_activity stored;
    stored.recent = {earlier("stored", 60), earlier("pushed out", 70)};
    worker::author_history history(stored, 2);

    history.add(sample_submission(4), moderation::verdict_kind::hold);

    const auto seen = history.as_of(sample_submission(6));
    REQUIRE(seen.recent.size() == 2);
    CHECK(seen.recent[0].text == sample_submission(4).text);
    CHECK(seen.recent[0].seconds_ago == 2);
    CHECK(seen.recent[0].same_story);
    CHECK(seen.recent[1].text == "stored");
}

TEST_CASE("author history: verdicts of the batch are counted", "[worker][author_history]")
{
    using moderation::verdict_kind;
    worker::author_history history({}, 20);

    for (const auto kind :
         {verdict_kind::publish,
          verdict_kind::hold,
          verdict_kind::hold,
          verdict_kind::spam,
          verdict_kind::reject,
          verdict_kind::reject})
        history.add(sample_submission(), kind);

    const auto seen = history.as_of(sample_submission());
    CHECK(seen.published == 1);
    CHECK(seen.pending == 2);
    CHECK(seen.rejected == 3);
    CHECK(seen.approved_by_human == 0);  // Filters are no human.
}

TEST_CASE("author history: keeps none where none is wanted", "[worker][author_history]")
{
    storage::author_activity stored;
    stored.recent = {earlier("stored", 60)};
    worker::author_history history(stored, 0);

    history.add(sample_submission(), moderation::verdict_kind::publish);

    CHECK(history.as_of(sample_submission(2)).recent.empty());
}
