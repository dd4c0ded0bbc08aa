#include "server/http/prepared_response.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using http::prepare;
using http::status;

TEST_CASE("prepared response: its parts make up its bytes", "[http][prepared]")
{
    http::header_list headers;
    headers.add("ETag", "\"a\"");
    const auto made = prepare(status::ok, headers, "hello");

    CHECK(made->code() == status::ok);
    CHECK(made->status_line() == "HTTP/1.1 200 OK\r\n");
    CHECK(made->body() == "hello");
    CHECK(std::string(made->status_line()).append(made->rest()) == made->bytes());
    CHECK(std::string(made->rest_without_body()).append("hello") == made->rest());
    CHECK(made->rest().starts_with("ETag: \"a\"\r\nDate: "));
    CHECK(made->rest().find("\r\nContent-Length: 5\r\n") != std::string_view::npos);
    CHECK(made->rest_without_body().ends_with("\r\n\r\n"));
}

TEST_CASE("prepared response: a status without a body has none", "[http][prepared]")
{
    const auto made = prepare(GENERATE(status::not_modified, status::no_content), {}, "hello");

    CHECK(made->body().empty());
    CHECK(made->rest() == made->rest_without_body());
    CHECK(made->bytes().find("Content-Length") == std::string::npos);
}
