#include "server/http/connection_gate.hpp"

#include "tests/support/catch.hpp"

#include <vector>

using namespace rejoinder;
using http::connection_gate;

namespace {

http::limits bounds(std::size_t all, std::size_t of_network)
{
    http::limits made;
    made.connections_max = all;
    made.connections_per_network_max = of_network;
    return made;
}

http::net::ip::address ip(const std::string& text)
{
    return http::net::ip::make_address(text);
}

}  // namespace

TEST_CASE("connection gate: a network has so many places and no more", "[http][gate]")
{
    connection_gate gate(bounds(10, 2), {});
    auto first = gate.enter(ip("192.0.2.1"));
    const auto second = gate.enter(ip("192.0.2.2"));

    CHECK(first);
    CHECK(second);
    CHECK_FALSE(gate.enter(ip("192.0.2.3")));
    CHECK_FALSE(gate.enter(ip("::ffff:192.0.2.3")));
    CHECK(gate.enter(ip("192.0.3.1")));
    CHECK(gate.connections() == 2);

    first.reset();
    CHECK(gate.connections() == 1);
    CHECK(gate.enter(ip("192.0.2.3")));
}

TEST_CASE("connection gate: all together have their limit too", "[http][gate]")
{
    connection_gate gate(bounds(2, 2), {});
    const auto first = gate.enter(ip("192.0.2.1"));
    const auto second = gate.enter(ip("127.0.0.1"));

    CHECK(first);
    CHECK(second);
    CHECK_FALSE(gate.enter(ip("198.51.100.1")));
    CHECK_FALSE(gate.enter(ip("127.0.0.1")));
}

TEST_CASE("connection gate: proxies and this machine count in the total only", "[http][gate]")
{
    connection_gate gate(bounds(10, 1), {*http::network::parse("10.0.0.0/8")});
    const std::string peer =
        GENERATE("10.1.2.3", "::ffff:10.1.2.3", "127.0.0.1", "::1", "::ffff:127.0.0.1");
    CAPTURE(peer);
    const auto first = gate.enter(address(peer));
    const auto second = gate.enter(address(peer));

    CHECK(first);
    CHECK(second);
    CHECK(gate.connections() == 2);
}

TEST_CASE("connection gate: a place that moved is given back once", "[http][gate]")
{
    connection_gate gate(bounds(10, 10), {});
    {
        auto first = gate.enter(ip("192.0.2.1"));
        REQUIRE(first);
        const connection_gate::place moved(std::move(*first));
        first.reset();
        CHECK(gate.connections() == 1);
    }
    CHECK(gate.connections() == 0);
}
