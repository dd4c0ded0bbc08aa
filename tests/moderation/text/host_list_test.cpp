#include "moderation/text/host_list.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("host list: hosts in canonical form", "[moderation][host_list]")
{
    const auto parsed = parse_host_list("# never\n"
                                        "Casino.Example  # of all\r\n"
                                        "\n"
                                        "bücher.example\n"
                                        "https://no.example/\n"
                                        "two hosts\n"
                                        "..\n");

    CHECK(parsed.hosts == host_set{"casino.example", "xn--bcher-kva.example"});
    REQUIRE(parsed.errors.size() == 3);
    CHECK(parsed.errors[0].line == 5);
    CHECK(parsed.errors[0].message == "not a host: \"https://no.example/\"");
    CHECK(parsed.errors[1].line == 6);
    CHECK(parsed.errors[2].line == 7);
}

TEST_CASE("host list: a host stands for its subdomains", "[moderation][host_list]")
{
    const host_set hosts = {"casino.example"};

    CHECK(contains_host(hosts, "casino.example"));
    CHECK(contains_host(hosts, "a.b.casino.example"));
    CHECK_FALSE(contains_host(hosts, "notcasino.example"));
    CHECK_FALSE(contains_host(hosts, "casino.example.com"));
    CHECK_FALSE(contains_host(hosts, "example"));
    CHECK_FALSE(contains_host(hosts, ""));
}

TEST_CASE("host list: the entry that covers a host can be named", "[moderation][host_list]")
{
    const host_set hosts = {"casino.example", "www.casino.example"};

    CHECK(listed_host(hosts, "a.casino.example") == "casino.example");
    CHECK(listed_host(hosts, "a.www.casino.example") == "www.casino.example");
    CHECK(listed_host(hosts, "notcasino.example").empty());
}
