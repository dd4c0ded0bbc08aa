#include "server/auth/signed_in.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using model::token_scope;

TEST_CASE("signed in: a session includes every scope, a token its own", "[auth]")
{
    auth::signed_in who;
    CHECK(who.includes(token_scope::authors));

    who.scopes = {token_scope::read, token_scope::decide};
    CHECK(who.includes(token_scope::decide));
    CHECK_FALSE(who.includes(token_scope::authors));
    who.scopes->clear();
    CHECK_FALSE(who.includes(token_scope::read));
}
