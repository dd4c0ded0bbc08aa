#include "server/http/response.hpp"

#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

using namespace rejoinder;
using http::status;

TEST_CASE("response: JSON is compact and not stored, unless a route says so", "[http][response]")
{
    const auto answer = http::json_response(status::accepted, {{"a", 1}, {"b", "\u20ac"}});
    CHECK(answer.code == status::accepted);
    CHECK(answer.body == "{\"a\":1,\"b\":\"\u20ac\"}");
    CHECK(answer.headers.find("Content-Type") == "application/json");
    CHECK(answer.headers.find("Cache-Control") == "no-store");

    const auto kept = http::json_response(status::ok, 1).with("cache-control", "no-cache");
    CHECK(kept.headers.find("Cache-Control") == "no-cache");
}

TEST_CASE("response: a broken byte in JSON is replaced, not thrown", "[http][response]")
{
    CHECK(
        http::json_response(
            status::ok,
            "a\xFF"
            "b")
            .body == "\"a\uFFFDb\"");
}

TEST_CASE("response: an empty one has neither type nor body", "[http][response]")
{
    const auto answer = http::empty_response();
    CHECK(answer.code == status::no_content);
    CHECK(answer.body.empty());
    CHECK_FALSE(answer.headers.contains("Content-Type"));
    CHECK(answer.headers.find("Cache-Control") == "no-store");
}

TEST_CASE("response: a page has its policy", "[http][response]")
{
    const auto answer = http::html_response(status::ok, "<p>", "default-src 'none'");
    CHECK(answer.headers.find("Content-Type") == "text/html; charset=utf-8");
    CHECK(answer.headers.find("Content-Security-Policy") == "default-src 'none'");
}

TEST_CASE("response: a redirect goes on with GET and is not stored", "[http][response]")
{
    const auto answer = http::redirect_response("/thanks");
    CHECK(answer.code == status::see_other);
    CHECK(answer.headers.find("Location") == "/thanks");
    CHECK(answer.headers.find("Cache-Control") == "no-store");
    CHECK_THROWS_AS(http::redirect_response("/\r\nX: y"), std::logic_error);
}

TEST_CASE("response: a prepared one has the status of its block", "[http][response]")
{
    const http::response answer(http::prepare(status::not_modified, {}, {}));
    CHECK(answer.code == status::not_modified);
}
