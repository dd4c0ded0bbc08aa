#include "moderation/text/ascii.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("ascii: letters are made small, every other byte is left", "[moderation][text]")
{
    CHECK(lower_ascii('Z') == 'z');
    CHECK(lower_ascii('@') == '@');
    CHECK(lower_ascii("HTTPS://Example.COM/\xC3\x84[]") == "https://example.com/\xC3\x84[]");
    CHECK(lower_ascii("").empty());
}
