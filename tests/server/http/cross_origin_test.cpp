#include "server/http/cross_origin.hpp"

#include "tests/support/catch.hpp"

#include <array>
#include <stdexcept>

using namespace rejoinder;
using http::allowed_origins;
using http::verb;

namespace {

allowed_origins sample_origins()
{
    return allowed_origins({"https://news.example", "http://localhost:8000"});
}

}  // namespace

TEST_CASE("cross origin: an origin is allowed as it is written and not else", "[http][cors]")
{
    const auto allowed = sample_origins();
    CHECK(allowed.contains("https://news.example"));
    CHECK(allowed.contains("http://localhost:8000"));

    for (const char* origin :
         {"",
          "null",
          "*",
          "http://news.example",
          "https://news.example/",
          "https://news.example:443",
          "https://news.example.evil.example",
          "https://evil-news.example",
          "https://a.news.example",
          "https://NEWS.example"}) {
        CAPTURE(origin);
        CHECK_FALSE(allowed.contains(origin));
        CHECK(allowed.lines_for(origin).empty());
        CHECK(
            http::cross_origin_headers(allowed, origin).find("Access-Control-Allow-Origin") == "");
    }
}

TEST_CASE("cross origin: what cannot be an origin is refused at start", "[http][cors]")
{
    const std::string text = GENERATE(
        "",
        "*",
        "null",
        "news.example",
        "https://",
        "ftp://news.example",
        "https://news.example/",
        "https://News.example",
        "https://*.news.example",
        "https://a\r\nX: b");
    CAPTURE(text);
    CHECK_THROWS_AS(allowed_origins({text}), std::invalid_argument);
}

TEST_CASE("cross origin: answers vary by origin, whoever asks", "[http][cors]")
{
    const auto allowed = sample_origins();
    const auto listed = http::cross_origin_headers(allowed, "https://news.example");
    const auto other = http::cross_origin_headers(allowed, "https://evil.example");

    CHECK(listed.find("Vary") == "Origin");
    CHECK(other.find("Vary") == "Origin");
    CHECK(listed.find("Access-Control-Allow-Origin") == "https://news.example");
    CHECK(listed.find("Access-Control-Expose-Headers") == "ETag, Retry-After");
    CHECK_FALSE(listed.contains("Access-Control-Allow-Credentials"));
    CHECK(
        allowed.lines_for("https://news.example") ==
        "Access-Control-Allow-Origin: https://news.example\r\n"
        "Access-Control-Expose-Headers: ETag, Retry-After\r\n");
}

TEST_CASE("cross origin: a preflight says what a listed page may do", "[http][cors]")
{
    const auto allowed = sample_origins();
    constexpr std::array methods = {verb::get, verb::post};

    const auto listed = http::preflight_response(allowed, "https://news.example", methods);
    CHECK(listed.code == http::status::no_content);
    CHECK(listed.headers.find("Vary") == "Origin");
    CHECK(listed.headers.find("Access-Control-Allow-Origin") == "https://news.example");
    CHECK(listed.headers.find("Access-Control-Allow-Methods") == "GET, POST");
    CHECK(
        listed.headers.find("Access-Control-Allow-Headers") ==
        "Authorization, Content-Type, Idempotency-Key");
    CHECK_FALSE(listed.headers.contains("Access-Control-Allow-Credentials"));

    const auto other = http::preflight_response(allowed, "https://evil.example", methods);
    CHECK(other.code == http::status::no_content);
    CHECK(other.headers.find("Vary") == "Origin");
    CHECK_FALSE(other.headers.contains("Access-Control-Allow-Origin"));
    CHECK_FALSE(other.headers.contains("Access-Control-Allow-Methods"));
}
