#include "server/auth/sign_in_sessions.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;

TEST_CASE("same token: equal means every byte", "[auth]")
{
    CHECK(auth::same_token("abc", "abc"));
    CHECK(auth::same_token("", ""));
    const auto other = GENERATE(as<std::string>(), "", "ab", "abcd", "abd", "ABC");
    CHECK_FALSE(auth::same_token("abc", other));
}
