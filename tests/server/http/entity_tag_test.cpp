#include "server/http/entity_tag.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using http::entity_tag;

TEST_CASE("entity tag: the same bytes have the same tag, others another", "[http][tag]")
{
    const auto tag = entity_tag("comments");

    CHECK(tag == entity_tag("comments"));
    CHECK(tag != entity_tag("comment"));
    CHECK(tag.size() == 34);
    CHECK(tag.front() == '"');
    CHECK(tag.back() == '"');
    CHECK(tag.find_first_not_of("0123456789abcdef", 1) == tag.size() - 1);
}

TEST_CASE("entity tag: If-None-Match names it in many ways", "[http][tag]")
{
    const auto [asked, expected] = GENERATE(table<std::string, bool>({
        {"", false},
        {"\"abc\"", true},
        {"W/\"abc\"", true},
        {"*", true},
        {"\"x\", \"abc\" ,\"y\"", true},
        {"\"abc-gzip\"", true},
        {"W/\"abc-br\"", true},
        {"abc", false},
        {"\"ab\"", false},
        {"\"abcd\"", false},
        {"\"abc-zip\"", false},
        {"\"x\"", false},
    }));
    CAPTURE(asked);

    CHECK(http::matches_entity_tag(asked, "\"abc\"") == expected);
}
