#include "moderation/text/tlds.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("endings: how much they make a host", "[moderation][tlds]")
{
    for (const auto* ending : {"com", "org", "de", "xyz", "example"})
        CHECK(strength_of_ending(ending) == ending_strength::strong);
    for (const auto* ending : {"it", "is", "md", "live", "zip", "be"})
        CHECK(strength_of_ending(ending) == ending_strength::weak);
    for (const auto* ending : {"", "e", "txt", "sentence", "12"})
        CHECK(strength_of_ending(ending) == ending_strength::none);
}
