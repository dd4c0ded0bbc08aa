#include "server/redis/script_hash.hpp"

#include "tests/support/catch.hpp"

using rejoinder::redis::script_hash;

TEST_CASE("script hash: is what SCRIPT LOAD answers", "[redis]")
{
    CHECK(script_hash("return 1") == "e0e1f9fabfc9d4800c877a703b823ac0578ff8db");
    CHECK(script_hash("") == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
}
