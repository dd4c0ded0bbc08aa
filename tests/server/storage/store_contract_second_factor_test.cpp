#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace rejoinder::storage;
using rejoinder::tests::fresh_store;

namespace {

acting_moderator add_kim(store& record)
{
    model::moderator kim;
    kim.id = model::new_moderator_id();
    kim.name = "Kim";
    const acting_moderator who{kim.id, kim.name};
    REQUIRE(record.add_moderator(kim, who).has_value());
    return who;
}

}  // namespace

TEST_CASE("store: a second factor is in force once it is confirmed", "[storage][contract]")
{
    const fresh_store store;
    const auto kim = add_kim(*store);
    store->propose_second_factor(kim.id, "sealed-1");
    CHECK(store->find_moderator(kim.id)->sealed_secret.empty());
    store->propose_second_factor(kim.id, "sealed-2");

    const std::vector<std::string> codes = {"hash-1", "hash-2"};
    CHECK_FALSE(store->confirm_second_factor(kim, "sealed-1", 7, codes));
    CHECK(store->confirm_second_factor(kim, "sealed-2", 7, codes));
    CHECK_FALSE(store->confirm_second_factor(kim, "sealed-2", 7, codes));

    const auto found = store->find_moderator(kim.id);
    CHECK(found->sealed_secret == "sealed-2");
    CHECK(found->pending_secret.empty());
}

TEST_CASE("store: codes are spent once, and none that is older", "[storage][contract]")
{
    const fresh_store store;
    const auto kim = add_kim(*store);
    store->propose_second_factor(kim.id, "sealed");
    const std::vector<std::string> codes = {"hash-1", "hash-2"};
    REQUIRE(store->confirm_second_factor(kim, "sealed", 7, codes));

    CHECK_FALSE(store->spend_step(kim.id, 7));
    CHECK(store->spend_step(kim.id, 9));
    CHECK_FALSE(store->spend_step(kim.id, 9));
    CHECK_FALSE(store->spend_step(kim.id, 8));

    CHECK(store->spend_recovery_code(kim.id, "hash-1"));
    CHECK_FALSE(store->spend_recovery_code(kim.id, "hash-1"));
    CHECK_FALSE(store->spend_recovery_code(model::new_moderator_id(), "hash-2"));
    CHECK(store->spend_recovery_code(kim.id, "hash-2"));
}

TEST_CASE("store: recovery codes go with the second factor", "[storage][contract]")
{
    const fresh_store store;
    const auto kim = add_kim(*store);
    store->propose_second_factor(kim.id, "sealed");
    const std::vector<std::string> codes = {"hash-1"};
    REQUIRE(store->confirm_second_factor(kim, "sealed", 7, codes));

    model::moderator_change off;
    off.second_factor_off = true;
    CHECK(store->change_moderator(kim.id, off, kim)->sealed_secret.empty());

    CHECK_FALSE(store->spend_recovery_code(kim.id, "hash-1"));
    std::vector<std::string> kinds;
    for (const auto& entry : store->list_log({}).value().entries)
        kinds.push_back(entry.kind);
    CHECK(kinds == std::vector<std::string>{"two_factor_off", "two_factor_on", "moderator_added"});
}
