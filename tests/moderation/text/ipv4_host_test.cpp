#include "moderation/text/ipv4_host.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("ipv4 host: all that browsers take for an address", "[moderation][ipv4_host]")
{
    for (const auto* host : {
             "192.0.2.1",
             "3221225985",
             "0xC0000201",
             "0xc0.0.0x2.1",
             "0300.0.02.01",
             "192.513",
             "192.0.513",
         }) {
        CAPTURE(host);
        CHECK(ipv4_host(host) == "192.0.2.1");
    }
}

TEST_CASE("ipv4 host: what is a name or nothing", "[moderation][ipv4_host]")
{
    for (const auto* host :
         {"",
          "example.com",
          "1.2.3.4.5",
          "256.1.1.1",
          "1..2",
          "4294967296",
          "08.1.1.1",
          "-1",
          "1.a"}) {
        CAPTURE(host);
        CHECK_FALSE(ipv4_host(host).has_value());
    }
}
