#include "server/privacy/random_token.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;

TEST_CASE("random token: 256 bits, never twice the same", "[privacy]")
{
    CHECK(privacy::random_token().size() == 43);
    CHECK(privacy::random_token() != privacy::random_token());
}

TEST_CASE("random token: its hash is always the same, and no other's", "[privacy]")
{
    CHECK(privacy::hash_of_token("a") == privacy::hash_of_token("a"));
    CHECK(privacy::hash_of_token("a") != privacy::hash_of_token("b"));
    CHECK(privacy::hash_of_token("").size() == 43);
}
