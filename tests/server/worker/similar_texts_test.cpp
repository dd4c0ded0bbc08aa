#include "server/worker/similar_texts.hpp"

#include "tests/server/worker/recording_store.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace std::chrono_literals;
using rejoinder::tests::recording_store;
using rejoinder::tests::sample_submission;
using worker::similar_texts;

namespace {

const std::string campaign = "Write to your councillor today: the ferry must stay, and at once!";

std::vector<model::submission> campaigners(int count)
{
    std::vector<model::submission> batch;
    for (int i = 1; i <= count; ++i) {
        batch.push_back(sample_submission(i));
        batch.back().text = campaign + (i % 2 == 0 ? " Please" : "");
    }
    return batch;
}

}  // namespace

TEST_CASE("similar texts: those of a batch see each other, each author once", "[worker]")
{
    recording_store store;
    auto batch = campaigners(4);
    batch[1].author = batch[0].author;
    similar_texts similar(store, batch, 3'600s);

    CHECK(similar.by_others(batch[0]).empty());
    CHECK(similar.cluster_of(batch[0]).empty());
    similar.add(batch[0], "");
    CHECK(similar.by_others(batch[1]).empty());
    for (std::size_t i = 1; i < 3; ++i)
        similar.add(batch[i], similar.cluster_of(batch[i]));

    const auto others = similar.by_others(batch[3]);
    REQUIRE(others.size() == 2);
    CHECK(others[0].id == batch[2].id.str());
    CHECK(others[0].seconds_ago == 1);
    CHECK(others[0].same_story);
    CHECK(others[1].id == batch[1].id.str());
    for (std::size_t i = 1; i < 4; ++i)
        CHECK(similar.cluster_of(batch[i]) == batch[0].id.str());
}

TEST_CASE("similar texts: what storage has is brought along", "[worker]")
{
    recording_store store;
    auto batch = campaigners(1);
    storage::similar_comment earlier;
    earlier.id = tests::sample_id(99);
    earlier.text = campaign;
    earlier.story = batch[0].story;
    earlier.created_at = batch[0].submitted_at - 90s;
    earlier.cluster = "the first";
    store.similar = {earlier};

    const similar_texts similar(store, batch, 3'600s);

    REQUIRE(similar.by_others(batch[0]).size() == 1);
    CHECK(similar.by_others(batch[0])[0].seconds_ago == 90);
    CHECK(similar.cluster_of(batch[0]) == "the first");
    CHECK(similar.sketch_of(batch[0]).size() == 4);
    CHECK(store.similar_since == batch[0].submitted_at - 3'600s);
}

TEST_CASE("similar texts: one that is less like it makes no cluster", "[worker]")
{
    recording_store store;
    auto batch = campaigners(1);
    storage::similar_comment other;
    other.id = tests::sample_id(99);
    other.text = "The timetable is a joke, whatever your councillor may say of it.";
    store.similar = {other};

    CHECK(similar_texts(store, batch, 3'600s).cluster_of(batch[0]).empty());
}

TEST_CASE("similar texts: short texts are not looked for, nor any without a window", "[worker]")
{
    recording_store store;
    auto batch = campaigners(1);
    CHECK(similar_texts(store, batch, 0s).sketch_of(batch[0]).empty());

    batch[0].text = "I agree!";
    const similar_texts similar(store, batch, 3'600s);
    CHECK(similar.sketch_of(batch[0]).empty());
    CHECK(similar.cluster_of(batch[0]).empty());
    CHECK(store.similar_asked == 0);
}

TEST_CASE("similar texts: what was written on another site is not looked at", "[worker]")
{
    recording_store store;
    auto batch = campaigners(2);
    batch[1].story.site = model::site_id("other");
    similar_texts similar(store, batch, 3'600s);

    similar.add(batch[0], "");

    CHECK(similar.by_others(batch[1]).empty());
    CHECK(similar.cluster_of(batch[1]).empty());
}

TEST_CASE("similar texts: of a wave of copies a bounded number is looked at", "[worker]")
{
    recording_store store;
    const auto batch = campaigners(200);
    similar_texts similar(store, batch, 3'600s);
    for (const auto& submission : batch)
        similar.add(submission, "");

    const auto others = similar.by_others(batch[0]);
    CHECK(others.size() == 20);
    CHECK(others[0].id == batch[199].id.str());
}
