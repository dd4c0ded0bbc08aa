#include "server/http/client_address.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using http::network;

namespace {

http::net::ip::address address(const std::string& text)
{
    return http::net::ip::make_address(text);
}

}  // namespace

TEST_CASE("network: what lies in it is decided by its prefix", "[http][address]")
{
    const auto [block, inside, outside] = GENERATE(table<std::string, std::string, std::string>({
        {"10.0.0.0/8", "10.255.0.1", "11.0.0.0"},
        {"192.0.2.128/25", "192.0.2.128", "192.0.2.127"},
        {"192.0.2.7", "192.0.2.7", "192.0.2.6"},
        {"192.0.2.0/24", "::ffff:192.0.2.9", "::ffff:192.0.3.9"},
        {"0.0.0.0/0", "203.0.113.1", "::1"},
        {"::/0", "2001:db8::1", "192.0.2.1"},
        {"2001:db8::/33", "2001:db8:7fff::1", "2001:db8:8000::1"},
        {"::1", "::1", "::2"},
    }));
    CAPTURE(block);

    const auto parsed = network::parse(block);
    REQUIRE(parsed);
    CHECK(parsed->contains(address(inside)));
    CHECK_FALSE(parsed->contains(address(outside)));
}

TEST_CASE("network: what is none is refused", "[http][address]")
{
    const std::string text = GENERATE(
        "",
        "proxy.example",
        "10.0.0",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/8x",
        "::/129",
        "10.0.0.0/8/8");
    CAPTURE(text);
    CHECK_FALSE(network::parse(text));
}

TEST_CASE("client address: only our proxies are believed", "[http][address]")
{
    const http::networks trusted = {
        *network::parse("10.0.0.0/8"),
        *network::parse("2001:db8::/32")};
    const auto [peer, forwarded, client] = GENERATE(table<std::string, std::string, std::string>({
        {"192.0.2.9", "192.0.2.1", "192.0.2.9"},
        {"10.0.0.1", "", "10.0.0.1"},
        {"10.0.0.1", "192.0.2.1", "192.0.2.1"},
        {"::ffff:10.0.0.1", "192.0.2.1", "192.0.2.1"},
        {"::ffff:192.0.2.9", "", "192.0.2.9"},
        {"10.0.0.1", "203.0.113.1, 192.0.2.1", "192.0.2.1"},
        {"10.0.0.1", "203.0.113.1,192.0.2.1 , 10.9.9.9", "192.0.2.1"},
        {"10.0.0.1", "10.2.2.2, 10.3.3.3", "10.2.2.2"},
        {"10.0.0.1", "192.0.2.1:4711", "192.0.2.1"},
        {"10.0.0.1", "[2001:db7::1]:4711", "2001:db7::1"},
        {"2001:db8::1", "2001:db7::1", "2001:db7::1"},
        {"10.0.0.1", "::ffff:192.0.2.1", "192.0.2.1"},
        {"10.0.0.1", "192.0.2.1, unknown", "10.0.0.1"},
        {"10.0.0.1", "192.0.2.1, [::1", "10.0.0.1"},
        {"10.0.0.1", "192.0.2.1,", "10.0.0.1"},
    }));
    CAPTURE(peer, forwarded);

    CHECK(http::find_client(address(peer), forwarded, trusted).reveal() == address(client));
}

TEST_CASE("client address: limits count by /24 and /48", "[http][address]")
{
    using http::network_of;
    CHECK(network_of(address("192.0.2.1")) == network_of(address("192.0.2.254")));
    CHECK(network_of(address("192.0.2.1")) == network_of(address("::ffff:192.0.2.9")));
    CHECK(network_of(address("192.0.2.1")) != network_of(address("192.0.3.1")));
    CHECK(network_of(address("2001:db8:1:2::3")) == network_of(address("2001:db8:1:ffff::")));
    CHECK(network_of(address("2001:db8:1::")) != network_of(address("2001:db8:2::")));
}
