#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace rejoinder::storage;
using rejoinder::tests::acting_mo;
using rejoinder::tests::fresh_store;

namespace {

model::moderator sample_moderator(const std::string& name = "Mo")
{
    model::moderator moderator;
    moderator.id = model::new_moderator_id();
    moderator.name = name;
    moderator.role = model::moderator_role::admin;
    moderator.settings = R"({"theme":"dark"})";
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
    CHECK(found->sites == expected.sites);
    CHECK(found->settings == expected.settings);
}

/// An admin of all sites called Mo.
model::moderator add_mo(store& record)
{
    auto mo = sample_moderator();
    REQUIRE(record.add_moderator(mo, acting_mo()).has_value());
    return mo;
}

std::vector<std::string> account_events(store& record)
{
    std::vector<std::string> told;
    for (const auto& entry : record.list_log({}).value().entries)
        told.push_back(entry.kind + ' ' + entry.subject + ' ' + entry.reason);
    return told;
}

}  // namespace

TEST_CASE("store: a moderator is found by name and by id", "[storage][contract]")
{
    const fresh_store store;
    const auto mo = sample_moderator();
    REQUIRE(store->add_moderator(mo, acting_mo()).has_value());

    check_same(store->find_moderator("Mo"), mo);
    check_same(store->find_moderator(mo.id), mo);
    CHECK_FALSE(store->find_moderator("mo"));
    CHECK_FALSE(store->find_moderator(model::new_moderator_id()));
}

TEST_CASE("store: a name that is taken is refused", "[storage][contract]")
{
    const fresh_store store;
    const auto mo = sample_moderator();
    REQUIRE(store->add_moderator(mo, acting_mo()).has_value());

    const auto refused = store->add_moderator(sample_moderator(), acting_mo());

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
        REQUIRE(store->add_moderator(sample_moderator(name), acting_mo()).has_value());

    std::vector<std::string> names;
    for (const auto& moderator : store->list_moderators())
        names.push_back(moderator.name);
    CHECK(names == std::vector<std::string>{"Ada", "Mo", "Zoe"});
}

TEST_CASE("store: what of a moderator is not said stays", "[storage][contract]")
{
    const fresh_store store;
    auto mo = add_mo(*store);

    model::moderator_change change;
    change.password_hash = "another";
    const auto changed = store->change_moderator(mo.id, change, acting_mo());

    mo.password_hash = "another";
    REQUIRE(changed.has_value());
    check_same(*changed, mo);
    check_same(store->find_moderator("Mo"), mo);
    CHECK(changed->valid_after > mo.valid_after);
    const auto nobody = model::new_moderator_id();
    CHECK(
        store->change_moderator(nobody, change, acting_mo()).error().code ==
        model::error::moderator_not_found);
}

TEST_CASE("store: sessions end where rights shrink, and only there", "[storage][contract]")
{
    const fresh_store store;
    auto kim = sample_moderator("Kim");
    kim.role = model::moderator_role::moderator;
    kim.sites = {model::site_id("demo"), model::site_id("gazette")};
    REQUIRE(store->add_moderator(kim, acting_mo()).has_value());
    const auto ends = [&](const model::moderator_change& change) {
        const auto before = store->find_moderator(kim.id)->valid_after;
        return store->change_moderator(kim.id, change, acting_mo())->valid_after > before;
    };
    using role = model::moderator_role;

    CHECK_FALSE(ends({.role = role::admin}));
    CHECK(ends({.role = role::viewer}));
    CHECK_FALSE(ends({.role = role::viewer, .disabled = false}));
    CHECK_FALSE(ends({.sites = model::site_list()}));
    CHECK(ends({.sites = model::site_list{model::site_id("demo")}}));
    CHECK(ends({.sites = model::site_list{model::site_id("gazette")}}));
    CHECK(ends({.disabled = true}));
    CHECK_FALSE(ends({.disabled = false}));
    CHECK(ends({.sessions_end = true}));
}

TEST_CASE("store: somebody must be left who may administer", "[storage][contract]")
{
    const fresh_store store;
    const auto mo = add_mo(*store);
    const model::moderator_change change = GENERATE(
        model::moderator_change{.role = model::moderator_role::moderator},
        model::moderator_change{.sites = model::site_list{model::site_id("demo")}},
        model::moderator_change{.disabled = true});

    const auto refused = store->change_moderator(mo.id, change, acting_mo());
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == model::error::last_admin);
    check_same(store->find_moderator("Mo"), mo);

    auto forced = change;
    forced.last = model::moderator_change::last_admin::may_go;
    REQUIRE(store->change_moderator(mo.id, forced, acting_mo()).has_value());
    CHECK_FALSE(store->find_moderator("Mo")->may_administer());
}

TEST_CASE("store: settings and the last sign-in are kept", "[storage][contract]")
{
    const fresh_store store;
    const auto mo = add_mo(*store);
    CHECK_FALSE(store->find_moderator("Mo")->signed_in_at);

    store->keep_settings(mo.id, R"({"size":2})");
    store->note_sign_in({mo.id, mo.name});

    CHECK(store->find_moderator("Mo")->settings == R"({"size":2})");
    CHECK(store->find_moderator("Mo")->signed_in_at);
}

TEST_CASE("store: the log tells what happened to accounts", "[storage][contract]")
{
    const fresh_store store;
    const auto mo = add_mo(*store);
    store->note_sign_in({mo.id, mo.name});
    auto kim = sample_moderator("Kim");
    REQUIRE(store->add_moderator(kim, acting_mo()).has_value());
    model::moderator_change change;
    change.role = model::moderator_role::viewer;
    change.sites = model::site_list{model::site_id("demo")};
    change.disabled = true;
    change.sessions_end = true;
    REQUIRE(store->change_moderator(kim.id, change, acting_mo()).has_value());

    CHECK(
        account_events(*store) == std::vector<std::string>{
                                      "sessions_ended Kim ",
                                      "moderator_changed Kim viewer of demo, disabled",
                                      "moderator_added Kim admin of all sites",
                                      "signed_in Mo ",
                                      "moderator_added Mo admin of all sites"});
}
