#include "server/worker/judge_batch.hpp"

#include "tests/server/worker/recording_store.hpp"
#include "tests/support/catch.hpp"

#include <stdexcept>

using namespace rejoinder;
using moderation::verdict_kind;
using rejoinder::tests::recording_store;
using rejoinder::tests::sample_submission;

namespace {

/// Rejects what its author has written before, throws for "boom", publishes everything else.
moderation::verdict judge_simply(const moderation::comment_input& input)
{
    if (input.text == "boom")
        throw std::runtime_error("boom");
    moderation::verdict verdict;
    verdict.kind = verdict_kind::publish;
    verdict.rule_set = "simple";
    for (const auto& earlier : input.author.recent)
        if (earlier.text == input.text)
            verdict.kind = verdict_kind::reject;
    return verdict;
}

std::vector<storage::judged_submission> judge(std::vector<model::submission> batch)
{
    recording_store store;
    return worker::judge_batch(store, {judge_simply, "simple"}, std::move(batch), {});
}

}  // namespace

TEST_CASE(
    "judge batch: each submission keeps its place and gets its verdict",
    "[worker][judge_batch]")
{
    const auto judged = judge({sample_submission(2), sample_submission(1)});

    REQUIRE(judged.size() == 2);
    CHECK(judged[0].submission.id == sample_submission(2).id);
    CHECK(judged[0].submission.text == sample_submission(2).text);
    CHECK(judged[0].verdict.kind == verdict_kind::publish);
    CHECK(judged[0].verdict.rule_set == "simple");
    CHECK(judged[1].submission.id == sample_submission(1).id);
}

TEST_CASE("judge batch: a repetition within the batch is seen", "[worker][judge_batch]")
{
    auto again = sample_submission(2);
    again.author = sample_submission(1).author;
    again.text = sample_submission(1).text;

    const auto judged = judge({sample_submission(1), again});

    CHECK(judged.at(0).verdict.kind == verdict_kind::publish);
    CHECK(judged.at(1).verdict.kind == verdict_kind::reject);
}

TEST_CASE("judge batch: a judgement that throws holds its comment only", "[worker][judge_batch]")
{
    auto bad = sample_submission(1);
    bad.text = "boom";

    const auto judged = judge({bad, sample_submission(2)});

    const auto& verdict = judged.at(0).verdict;
    CHECK(verdict.kind == verdict_kind::hold);
    CHECK(verdict.rule_set == "simple");
    REQUIRE(verdict.found.size() == 1);
    CHECK(verdict.found[0].reason == moderation::reason::filter_failed);
    CHECK(verdict.found[0].filter == "engine");
    CHECK(judged.at(1).verdict.kind == verdict_kind::publish);
}

TEST_CASE("judge batch: a storage that does not answer stops it", "[worker][judge_batch]")
{
    tests::unused_store store;

    CHECK_THROWS_AS(
        worker::judge_batch(store, {judge_simply, "simple"}, {sample_submission()}, {}),
        std::logic_error);
}

TEST_CASE("judge batch: nothing makes nothing", "[worker][judge_batch]")
{
    CHECK(judge({}).empty());
}
