#include "server/http/request.hpp"

#include "tests/support/catch.hpp"

#include <stdexcept>

using namespace rejoinder;

namespace {

http::request request_with(std::string name, std::string value)
{
    http::request made;
    made.headers.add(std::move(name), std::move(value));
    return made;
}

}  // namespace

TEST_CASE("request: parameters are found by name", "[http][request]")
{
    http::request asked;
    asked.path_parameters = {{"site", "demo"}};
    asked.target.query = {{"story", "a"}, {"sort", ""}, {"story", "b"}};

    CHECK(asked.path("site") == "demo");
    CHECK_THROWS_AS(asked.path("story"), std::logic_error);
    CHECK(asked.query("story") == "a");
    CHECK(asked.query("sort") == "");
    CHECK_FALSE(asked.query("none"));
    CHECK(asked.query_all("story") == std::vector<std::string_view>{"a", "b"});
}

TEST_CASE("request: a content type goes without parameters and case", "[http][request]")
{
    CHECK(
        request_with("content-type", "Application/JSON ; charset=utf-8").content_type() ==
        "application/json");
    CHECK(http::request().content_type().empty());
}

TEST_CASE("request: the token of a bearer and of nobody else", "[http][request]")
{
    CHECK(request_with("Authorization", "Bearer abc").bearer_token() == "abc");
    CHECK(request_with("authorization", "bearer  abc").bearer_token() == "abc");
    CHECK_FALSE(request_with("Authorization", "Bearer").bearer_token());
    CHECK_FALSE(request_with("Authorization", "Basic abc").bearer_token());
    CHECK_FALSE(http::request().bearer_token());
}

TEST_CASE("request: a cookie is found in any line by its exact name", "[http][request]")
{
    auto asked = request_with("Cookie", "a=1; rj=x=y ;b");
    asked.headers.add("cookie", "c=3");

    CHECK(asked.cookie("a") == "1");
    CHECK(asked.cookie("rj") == "x=y");
    CHECK(asked.cookie("c") == "3");
    CHECK_FALSE(asked.cookie("b"));
    CHECK_FALSE(asked.cookie("RJ"));
    CHECK_FALSE(asked.cookie("j"));
}

TEST_CASE("request: its own origin needs a valid host", "[http][request]")
{
    auto asked = request_with("Host", "comments.example:8443");
    CHECK(asked.own_origin() == "http://comments.example:8443");
    asked.is_tls = true;
    CHECK(asked.own_origin() == "https://comments.example:8443");
    CHECK(request_with("Host", "[::1]:80").own_origin() == "http://[::1]:80");

    const std::string host = GENERATE(
        "",
        "a b",
        "a/b",
        "user@host",
        "a\"><script>",
        "a?b",
        "a#b",
        "a\\b",
        "\u00e4.example");
    CHECK(request_with("Host", host).own_origin().empty());
    CHECK(request_with("Host", std::string(256, 'a')).own_origin().empty());
}
