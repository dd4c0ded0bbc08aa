#include "server/auth/fresh_token.hpp"

#include "server/privacy/random_token.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;

TEST_CASE("fresh token: what is kept leads from the token and not to it", "[auth]")
{
    auth::token_order order;
    order.moderator = model::new_moderator_id();
    order.name = "nightly";
    order.scopes = {model::token_scope::read};
    order.days = 2;

    const auto [secret, token] = auth::fresh_token(order);

    CHECK(secret.size() == 47);
    CHECK(secret.starts_with("rjd_"));
    CHECK(token.token_hash == privacy::hash_of_token(secret));
    CHECK(token.token_hash.find(secret.substr(4)) == std::string::npos);
    CHECK(token.moderator == order.moderator);
    CHECK(token.scopes == order.scopes);
    CHECK(token.expires_at - token.created_at == std::chrono::days(2));
    CHECK(auth::fresh_token(order).first != secret);
}
