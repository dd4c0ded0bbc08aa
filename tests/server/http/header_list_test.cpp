#include "server/http/header_list.hpp"

#include "tests/support/catch.hpp"

#include <stdexcept>

using namespace rejoinder;
using http::header_list;
using std::string_literals::operator""s;

TEST_CASE("header list: names compare without case, order stays", "[http][headers]")
{
    header_list headers;
    CHECK(headers.empty());
    headers.add("Set-Cookie", "a");
    headers.add("ETag", "x");
    headers.add("set-cookie", "b");

    CHECK(headers.find("SET-COOKIE") == "a");
    CHECK(headers.contains("etag"));
    CHECK_FALSE(headers.contains("ETa"));
    CHECK(headers.find("none").empty());

    headers.set("Etag", "y");
    CHECK(headers.find("ETag") == "y");
    headers.remove("SET-cookie");
    CHECK(std::distance(headers.begin(), headers.end()) == 1);
}

TEST_CASE("header list: one field never becomes two", "[http][headers]")
{
    const auto text = GENERATE("a\r\nSet-Cookie: b"s, "a\nb"s, "a\rb"s, "a\0b"s);
    header_list headers;

    CHECK_THROWS_AS(headers.add("Location", text), std::logic_error);
    CHECK_THROWS_AS(headers.add(text, "a"), std::logic_error);
    CHECK_THROWS_AS(headers.set("Location", text), std::logic_error);
    CHECK(headers.empty());
}

TEST_CASE("header list: tokens are compared whole", "[http][headers]")
{
    CHECK(http::same_token("Keep-Alive", "keep-alive"));
    CHECK_FALSE(http::same_token("keep", "keep-alive"));
    CHECK_FALSE(http::same_token("[", "{"));

    CHECK(http::has_token("keep-alive, Upgrade", "upgrade"));
    CHECK(http::has_token("\tupgrade ,x", "upgrade"));
    CHECK_FALSE(http::has_token("upgrades, xupgrade", "upgrade"));
    CHECK_FALSE(http::has_token("", "upgrade"));
}

TEST_CASE("header list: blanks around a value are cut", "[http][headers]")
{
    CHECK(http::trim_blanks(" \ta b\t ") == "a b");
    CHECK(http::trim_blanks(" \t") == "");
    CHECK(http::trim_blanks("") == "");
}
