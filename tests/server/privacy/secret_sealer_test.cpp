#include "server/privacy/secret_sealer.hpp"

#include "tests/server/privacy/sample_keys.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;

TEST_CASE("secret sealer: opens what it sealed, whatever the bytes", "[privacy]")
{
    const auto ring = tests::sample_ring();
    const privacy::secret_sealer sealer(ring);
    const auto secret = GENERATE(
        std::string("12345678901234567890"),
        std::string(20, '\0'),
        std::string("\xFF\0", 2));

    const auto sealed = sealer.seal(secret);

    CHECK(sealer.open(sealed) == secret);
    CHECK_FALSE(sealer.open(sealed + "A"));
    CHECK_FALSE(sealer.open(""));
}
