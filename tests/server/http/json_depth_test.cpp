#include "server/http/json_depth.hpp"

#include "tests/support/catch.hpp"

#include <string>

using rejoinder::http::json_depth_max;
using rejoinder::http::nests_too_deep;

TEST_CASE("json depth: up to the limit is taken, beyond it is not", "[http][json]")
{
    const std::string open(json_depth_max, '[');
    const std::string shut(json_depth_max, ']');
    CHECK_FALSE(nests_too_deep(""));
    CHECK_FALSE(nests_too_deep(open + shut));
    CHECK_FALSE(nests_too_deep(open + shut + open + shut));
    CHECK(nests_too_deep("[" + open));
    CHECK(nests_too_deep(std::string(json_depth_max + 1, '{')));
    CHECK(nests_too_deep(std::string(60'000, '[')));
}

TEST_CASE("json depth: brackets in a text are no nesting", "[http][json]")
{
    const std::string many(100, '[');
    CHECK_FALSE(nests_too_deep("{\"text\": \"" + many + "\"}"));
    CHECK_FALSE(nests_too_deep("{\"text\": \"\\\"" + many + "\"}"));
    CHECK(nests_too_deep("{\"text\": \"\\\\\"" + many + "}"));
}

TEST_CASE("json depth: what closes too often does not lower the limit", "[http][json]")
{
    CHECK(nests_too_deep(std::string(100, ']') + std::string(json_depth_max + 1, '[')));
}
