#include "server/worker/store_batch.hpp"

#include "tests/server/worker/recording_store.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using rejoinder::tests::recording_store;
using rejoinder::tests::sample_submission;

namespace {

queue::delivery delivered(int number, int attempts)
{
    return {"stream", std::to_string(number), attempts, sample_submission(number)};
}

const worker::judgement publish_all = {
    [](const moderation::comment_input&) {
        moderation::verdict verdict;
        verdict.kind = moderation::verdict_kind::publish;
        return verdict;
    },
    "all"};

}  // namespace

TEST_CASE("store batch: what was delivered is judged and stored", "[worker][store_batch]")
{
    recording_store store;

    const auto stored =
        worker::store_batch(store, publish_all, {delivered(1, 1), delivered(2, 2)}, {});

    REQUIRE(stored.size() == 2);
    CHECK(store.transactions == 1);
    CHECK(store.stored.size() == 2);
    CHECK(store.stored.at(sample_submission(2).id) == moderation::verdict_kind::publish);
}

TEST_CASE("store batch: what is stored already is not judged again", "[worker][store_batch]")
{
    recording_store store;
    store.stored[sample_submission(1).id] = moderation::verdict_kind::reject;

    const auto stored =
        worker::store_batch(store, publish_all, {delivered(1, 2), delivered(2, 1)}, {});

    REQUIRE(stored.size() == 1);
    CHECK(stored[0].submission.id == sample_submission(2).id);
    CHECK(store.stored.at(sample_submission(1).id) == moderation::verdict_kind::reject);
}

TEST_CASE("store batch: nothing new is no transaction", "[worker][store_batch]")
{
    recording_store store;
    store.stored[sample_submission(1).id] = moderation::verdict_kind::hold;

    CHECK(worker::store_batch(store, publish_all, {delivered(1, 2)}, {}).empty());
    CHECK(store.transactions == 0);
}
