#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace rejoinder::storage;
using rejoinder::tests::fresh_store;

namespace {

model::moderator sample_moderator(const std::string& name = "Mo")
{
    model::moderator moderator;
    moderator.id = model::new_moderator_id();
    moderator.name = name;
    moderator.role = model::moderator_role::admin;
    moderator.password_hash = "$argon2id$v=19$m=65536,t=2,p=1$c2FsdA$aGFzaA";
    moderator.created_at = *model::from_rfc3339("2026-10-01T09:15:00.123Z");
    return moderator;
}

void check_same(const std::optional<model::moderator>& found, const model::moderator& expected)
{
    REQUIRE(found);
    CHECK(found->id == expected.id);
    CHECK(found->name == expected.name);
    CHECK(found->role == expected.role);
    CHECK(found->password_hash == expected.password_hash);
    CHECK(found->disabled == expected.disabled);
    CHECK(found->created_at == expected.created_at);
}

}  // namespace

TEST_CASE("store: a moderator is found by name and by id", "[storage][contract]")
{
    const fresh_store store;
    const auto mo = sample_moderator();
    REQUIRE(store->add_moderator(mo).has_value());

    check_same(store->find_moderator("Mo"), mo);
    check_same(store->find_moderator(mo.id), mo);
    CHECK_FALSE(store->find_moderator("mo"));
    CHECK_FALSE(store->find_moderator(model::new_moderator_id()));
}

TEST_CASE("store: a name that is taken is refused", "[storage][contract]")
{
    const fresh_store store;
    const auto mo = sample_moderator();
    REQUIRE(store->add_moderator(mo).has_value());

    const auto refused = store->add_moderator(sample_moderator());

    REQUIRE(refused.has_error());
    REQUIRE(refused.error().fields.size() == 1);
    CHECK(refused.error().fields[0].field == "name");
    CHECK(refused.error().fields[0].code == "taken");
    check_same(store->find_moderator("Mo"), mo);
    CHECK(store->list_moderators().size() == 1);
}

TEST_CASE("store: moderators are listed by name", "[storage][contract]")
{
    const fresh_store store;
    CHECK(store->list_moderators().empty());
    for (const auto* name : {"Mo", "Ada", "Zoe"})
        REQUIRE(store->add_moderator(sample_moderator(name)).has_value());

    std::vector<std::string> names;
    for (const auto& moderator : store->list_moderators())
        names.push_back(moderator.name);
    CHECK(names == std::vector<std::string>{"Ada", "Mo", "Zoe"});
}

TEST_CASE("store: role, password and access of a moderator can change", "[storage][contract]")
{
    const fresh_store store;
    auto mo = sample_moderator();
    const auto ada = sample_moderator("Ada");
    REQUIRE(store->add_moderator(mo).has_value());
    REQUIRE(store->add_moderator(ada).has_value());

    mo.role = model::moderator_role::viewer;
    mo.password_hash = "another";
    mo.disabled = true;
    CHECK(store->change_moderator(mo));

    check_same(store->find_moderator("Mo"), mo);
    check_same(store->find_moderator("Ada"), ada);
}

TEST_CASE("store: a moderator who is not there is not changed", "[storage][contract]")
{
    const fresh_store store;

    CHECK_FALSE(store->change_moderator(sample_moderator()));
    CHECK(store->list_moderators().empty());
}
