#include "server/http/response_bytes.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>

using namespace rejoinder;
using http::status;

TEST_CASE("response bytes: a status line is as the wire wants it", "[http][bytes]")
{
    CHECK(http::status_line(status::ok) == "HTTP/1.1 200 OK\r\n");
    CHECK(
        http::status_line(status::request_header_fields_too_large) ==
        "HTTP/1.1 431 Request Header Fields Too Large\r\n");
}

TEST_CASE("response bytes: every answer has a date and the security headers", "[http][bytes]")
{
    http::header_list headers;
    headers.add("A", "b");
    auto block = http::header_block(status::ok, headers, 12);

    // The date is between "Date: " and its line end; the rest is pinned.
    const auto date = block.find("Date: ");
    REQUIRE(date != std::string::npos);
    block.erase(date, block.find("\r\n", date) - date);
    CHECK(
        block == "A: b\r\n"
                 "\r\n"
                 "X-Content-Type-Options: nosniff\r\n"
                 "Referrer-Policy: same-origin\r\n"
                 "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()\r\n"
                 "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"
                 "Content-Length: 12\r\n"
                 "\r\n");
}

TEST_CASE("response bytes: a page has its own policy, and 304 changes none", "[http][bytes]")
{
    http::header_list headers;
    headers.add("Content-Security-Policy", "default-src 'self'");
    const auto page = http::header_block(status::ok, headers, 1);
    CHECK(page.find("'none'") == std::string::npos);
    CHECK(http::header_block(status::not_modified, {}, 0).find("'none'") == std::string::npos);
}

TEST_CASE("response bytes: no length where there can be no body", "[http][bytes]")
{
    const auto [code, bodiless] = GENERATE(table<status, bool>({
        {status::continue_, true},
        {status::switching_protocols, true},
        {status::no_content, true},
        {status::not_modified, true},
        {status::ok, false},
        {status::see_other, false},
        {status::not_found, false},
    }));

    CHECK(http::is_bodiless(code) == bodiless);
    const auto block = http::header_block(code, {}, 0);
    CHECK((block.find("Content-Length: 0\r\n") == std::string::npos) == bodiless);
    CHECK(block.ends_with("\r\n\r\n"));
}
