#include "server/auth/cookie.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;

TEST_CASE("cookie: scripts cannot read it, other sites cannot send it, TLS carries it", "[auth]")
{
    CHECK(
        auth::sign_in_cookie("abc-_", std::chrono::hours(12)) ==
        "rejoinder_desk=abc-_; HttpOnly; Secure; SameSite=Strict; Path=/api/v1/desk; "
        "Max-Age=43200");
}

TEST_CASE("cookie: signing out empties it and lets it expire", "[auth]")
{
    CHECK(
        auth::sign_out_cookie() ==
        "rejoinder_desk=; HttpOnly; Secure; SameSite=Strict; Path=/api/v1/desk; Max-Age=0");
}
