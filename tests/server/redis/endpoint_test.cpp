#include "server/redis/endpoint.hpp"

#include "tests/support/catch.hpp"

using rejoinder::redis::endpoint;
using rejoinder::redis::parse_endpoint;

TEST_CASE("redis endpoint: host, port, database and credentials are read", "[redis]")
{
    struct example {
        std::string url;
        endpoint at;
    };
    const auto [url, expected] = GENERATE(
        example{"redis://localhost", {"", "localhost", 6379, 0, "", ""}},
        example{"redis://localhost/", {"", "localhost", 6379, 0, "", ""}},
        example{"redis://10.0.0.7:6380/3", {"", "10.0.0.7", 6380, 3, "", ""}},
        example{"redis://[::1]:6380", {"", "::1", 6380, 0, "", ""}},
        example{"redis://:secret@cache.example", {"", "cache.example", 6379, 0, "", "secret"}},
        example{
            "redis://u:p%40ss%2F@cache.example/0",
            {"", "cache.example", 6379, 0, "u", "p@ss/"}},
        example{"unix:///run/redis.sock", {"/run/redis.sock", "", 6379, 0, "", ""}});

    const auto at = parse_endpoint(url);
    REQUIRE(at);
    CHECK(at->unix_path == expected.unix_path);
    CHECK(at->host == expected.host);
    CHECK(at->port == expected.port);
    CHECK(at->database == expected.database);
    CHECK(at->user == expected.user);
    CHECK(at->password == expected.password);
}

TEST_CASE("redis endpoint: what cannot be connected to as said is refused", "[redis]")
{
    const auto url = GENERATE(
        as<std::string>(),
        "",
        "localhost",
        "localhost:6379",
        "redis:",
        "redis://",
        "redis://:6379",
        "redis://localhost:0",
        "redis://localhost:65536",
        "redis://localhost:port",
        "redis://localhost:6379x/1",
        "redis://localhost/x",
        "redis://localhost/-1",
        "redis://localhost/1/2",
        "redis://localhost/99999999999",
        "rediss://localhost",
        "redis+sentinel://localhost",
        "http://localhost",
        "unix://",
        "unix://relative.sock");

    CAPTURE(url);
    CHECK_FALSE(parse_endpoint(url).has_value());
}
