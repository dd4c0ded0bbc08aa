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

model::api_token token_of(const acting_moderator& who, const std::string& name)
{
    model::api_token token;
    token.id = model::new_uuid();
    token.moderator = who.id;
    token.name = name;
    token.token_hash = "hash of " + name;
    token.scopes = {model::token_scope::read, model::token_scope::authors};
    token.created_at = model::now();
    token.expires_at = token.created_at + std::chrono::days(1);
    return token;
}

}  // namespace

TEST_CASE("store: a token is found by its hash", "[storage][contract]")
{
    const fresh_store store;
    const auto kim = add_kim(*store);
    const auto token = token_of(kim, "nightly");
    store->add_api_token(token, kim);

    const auto found = store->find_api_token(token.token_hash);
    REQUIRE(found);
    CHECK(found->id == token.id);
    CHECK(found->moderator == kim.id);
    CHECK(found->name == "nightly");
    CHECK(found->scopes == token.scopes);
    CHECK(found->expires_at == token.expires_at);
    CHECK_FALSE(found->used_at);
    CHECK_FALSE(found->revoked_at);
    CHECK_FALSE(store->find_api_token("nightly"));
}

TEST_CASE("store: tokens are listed, used and revoked", "[storage][contract]")
{
    const fresh_store store;
    const auto kim = add_kim(*store);
    const auto first = token_of(kim, "first");
    auto second = token_of(kim, "second");
    second.created_at += std::chrono::seconds(1);
    store->add_api_token(first, kim);
    store->add_api_token(second, kim);

    const auto used_at = model::now();
    store->touch_api_token(first.id, used_at);
    CHECK_FALSE(store->revoke_api_token(model::new_moderator_id(), first.id, kim));
    CHECK(store->revoke_api_token(kim.id, first.id, kim));
    CHECK_FALSE(store->revoke_api_token(kim.id, first.id, kim));

    const auto all = store->api_tokens_of(kim.id);
    REQUIRE(all.size() == 2);
    CHECK(all[0].name == "second");
    CHECK_FALSE(all[0].revoked_at);
    CHECK(all[1].used_at == used_at);
    CHECK(all[1].revoked_at);
    CHECK(store->api_tokens_of(model::new_moderator_id()).empty());
    std::vector<std::string> told;
    for (const auto& entry : store->list_log({}).value().entries)
        told.push_back(entry.kind + ' ' + entry.subject + ' ' + entry.reason);
    REQUIRE(told.size() == 4);
    CHECK(told[0] == "token_revoked first ");
    CHECK(told[1] == "token_made second read authors");
}
