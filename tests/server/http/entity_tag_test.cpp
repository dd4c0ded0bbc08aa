#include "server/http/entity_tag.hpp"

#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using http::entity_tag;
using http::status;

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

TEST_CASE("entity tag: who has the answer already gets 304 without it", "[http][tag]")
{
    const http::response whole(status::ok, "text/plain", "comments");
    http::request asked;
    auto first = whole;
    http::apply_entity_tag(first, asked);
    CHECK(first.code == status::ok);
    CHECK(first.body == "comments");
    CHECK(first.headers.find("ETag") == entity_tag("comments"));

    asked.headers.add("If-None-Match", entity_tag("comments"));
    auto second = whole;
    http::apply_entity_tag(second, asked);
    CHECK(second.code == status::not_modified);
    CHECK(second.body.empty());
    CHECK(second.headers.find("ETag") == entity_tag("comments"));
    CHECK_FALSE(second.headers.contains("Content-Type"));
}
