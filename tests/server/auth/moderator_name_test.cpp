#include "server/auth/moderator_name.hpp"

#include "tests/support/catch.hpp"

#include <string>

using rejoinder::auth::fits_as_moderator_name;

TEST_CASE("moderator name: letters of any script, spaces within", "[auth]")
{
    const auto name = GENERATE(as<std::string>(), "a", "Zo\xC3\xAB Hopper", std::string(64, 'x'));
    CHECK(fits_as_moderator_name(name));
}

TEST_CASE("moderator name: what cannot be typed or told apart is none", "[auth]")
{
    const auto name =
        GENERATE(as<std::string>(), "", " anna", "anna ", "an\tna", "\x7F", std::string(65, 'x'));
    CHECK_FALSE(fits_as_moderator_name(name));
}
