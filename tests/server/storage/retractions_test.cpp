#include "server/storage/retractions.hpp"

#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;
using model::decision_action;

namespace {

/// A record whose retractions are kept.
struct listening_store {
    listening_store()
        : store(open_store(files.settings(), files.directory(), [this](const auto& story) {
              told.push_back(story);
          }))
    {
    }

    fresh_store files;
    std::vector<model::story_key> told;
    std::unique_ptr<storage::store> store;
};

}  // namespace

TEST_CASE("retractions: a removal is told when its verb returns", "[storage][retractions]")
{
    listening_store record;
    add(*record.store, {judged(1), judged(2)});
    CHECK(record.told.empty());

    decide(*record.store, 1, decision_action::reject);
    CHECK(record.told == std::vector{sample_key()});
    decide(*record.store, 2, decision_action::spam);
    CHECK(record.told.size() == 2);
}

TEST_CASE("retractions: what nobody saw is not retracted", "[storage][retractions]")
{
    listening_store record;
    add(*record.store, {judged(1, verdict_kind::hold), judged(2, verdict_kind::reject)});
    decide(*record.store, 1, decision_action::reject);
    decide(*record.store, 1, decision_action::approve, 2);
    CHECK(record.told.empty());
}

TEST_CASE("retractions: a decision that was refused retracts nothing", "[storage][retractions]")
{
    listening_store record;
    add(*record.store, {judged(1)});
    decide(*record.store, 1, decision_action::reject, 7);
    CHECK(record.told.empty());
}

TEST_CASE("retractions: what was there before the start is passed over", "[storage][retractions]")
{
    listening_store record;
    add(*record.files, {judged(1), judged(2)});
    decide(*record.files, 1, decision_action::reject);

    decide(*record.store, 2, decision_action::reject);
    CHECK(record.told.size() == 1);
}

TEST_CASE("retractions: of another program they are told with the next change", "[retractions]")
{
    listening_store record;
    add(*record.store, {judged(1)});
    decide(*record.files, 1, decision_action::reject);
    CHECK(record.told.empty());
    add(*record.store, {judged(2)});
    CHECK(record.told == std::vector{sample_key()});
}
