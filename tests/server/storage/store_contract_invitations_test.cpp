#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace rejoinder::storage;
using rejoinder::tests::fresh_store;

namespace {

acting_moderator add_admin(store& record)
{
    model::moderator ada;
    ada.id = model::new_moderator_id();
    ada.name = "Ada";
    ada.role = model::moderator_role::admin;
    const acting_moderator who{ada.id, ada.name};
    REQUIRE(record.add_moderator(ada, who).has_value());
    return who;
}

model::invitation sample_invitation(const std::string& name)
{
    model::invitation invitation;
    invitation.id = model::new_uuid();
    invitation.token_hash = "hash of " + name;
    invitation.name = name;
    invitation.role = model::moderator_role::viewer;
    invitation.sites = {model::site_id("demo")};
    invitation.created_at = model::now();
    invitation.expires_at = invitation.created_at + model::invitation::lifetime;
    return invitation;
}

model::moderator fresh_moderator()
{
    model::moderator fresh;
    fresh.id = model::new_moderator_id();
    fresh.password_hash = "a hash";
    fresh.created_at = model::now();
    return fresh;
}

}  // namespace

TEST_CASE("store: an invitation makes one account", "[storage][contract]")
{
    const fresh_store store;
    const auto ada = add_admin(*store);
    const auto kim = sample_invitation("Kim");
    REQUIRE(store->add_invitation(kim, ada).has_value());

    const auto found = store->find_invitation(kim.token_hash);
    REQUIRE(found);
    CHECK(found->name == "Kim");
    CHECK(found->by == "Ada");
    CHECK(found->sites == kim.sites);
    CHECK(store->standing_invitations().size() == 1);
    CHECK_FALSE(store->find_invitation("another"));

    const auto added = store->accept_invitation(kim.token_hash, fresh_moderator());
    REQUIRE(added.has_value());
    CHECK(added->role == model::moderator_role::viewer);
    CHECK(store->find_moderator("Kim")->sites == kim.sites);
    CHECK(store->find_moderator("Kim")->password_hash == "a hash");

    CHECK_FALSE(store->find_invitation(kim.token_hash));
    CHECK(store->standing_invitations().empty());
    CHECK(
        store->accept_invitation(kim.token_hash, fresh_moderator()).error().code ==
        model::error::invitation_not_found);
}

TEST_CASE("store: a name that is taken is invited and added once", "[storage][contract]")
{
    const fresh_store store;
    const auto ada = add_admin(*store);
    CHECK(store->add_invitation(sample_invitation("Ada"), ada).error().fields[0].code == "taken");

    const auto first = sample_invitation("Kim");
    auto second = first;
    second.id = model::new_uuid();
    second.token_hash = "another";
    REQUIRE(store->add_invitation(first, ada).has_value());
    REQUIRE(store->add_invitation(second, ada).has_value());
    REQUIRE(store->accept_invitation(first.token_hash, fresh_moderator()).has_value());
    CHECK(
        store->accept_invitation(second.token_hash, fresh_moderator()).error().fields[0].code ==
        "taken");
}

TEST_CASE("store: an invitation stands only so long", "[storage][contract]")
{
    const fresh_store store;
    const auto ada = add_admin(*store);

    auto old = sample_invitation("Olaf");
    old.expires_at = model::now() - std::chrono::seconds(1);
    REQUIRE(store->add_invitation(old, ada).has_value());
    CHECK_FALSE(store->find_invitation(old.token_hash));
    CHECK_FALSE(store->revoke_invitation(old.id, ada));

    const auto kim = sample_invitation("Kim");
    REQUIRE(store->add_invitation(kim, ada).has_value());
    CHECK(store->revoke_invitation(kim.id, ada));
    CHECK_FALSE(store->revoke_invitation(kim.id, ada));
    CHECK_FALSE(store->find_invitation(kim.token_hash));

    const auto lee = sample_invitation("Lee");
    const auto pat = sample_invitation("Pat");
    REQUIRE(store->add_invitation(lee, ada).has_value());
    REQUIRE(store->add_invitation(pat, {model::moderator_id(), "command line"}).has_value());
    model::moderator_change less;
    less.disabled = true;
    less.last = model::moderator_change::last_admin::may_go;
    REQUIRE(store->change_moderator(ada.id, less, ada).has_value());
    CHECK_FALSE(store->find_invitation(lee.token_hash));
    CHECK(store->find_invitation(pat.token_hash));
}
