#include "server/http/request_target.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using http::parse_form;
using http::parse_target;
using std::string_literals::operator""s;

using pairs = std::vector<std::pair<std::string, std::string>>;
using segments = std::vector<std::string>;

TEST_CASE("request target: each segment of a path is decoded by itself", "[http][target]")
{
    const auto [target, expected] = GENERATE(table<std::string, segments>({
        {"/", {""}},
        {"/a/b%20c/", {"a", "b c", ""}},
        {"/a%2Fb/c", {"a/b", "c"}},
        {"/a+b", {"a+b"}},
        {"/../%2e%2e", {"..", ".."}},
        {"//other.example/x", {"", "other.example", "x"}},
        {"/%C3%A4%e2%82%ac", {"\u00e4\u20ac"}},
        {"/a?b/c", {"a"}},
        {"/a#b?c", {"a"}},
        {"http://comments.example/a", {"a"}},
        {"https://comments.example", {""}},
    }));
    CAPTURE(target);

    const auto parsed = parse_target(target);
    REQUIRE(parsed);
    CHECK(parsed->segments == expected);
}

TEST_CASE("request target: a query is decoded as forms write it", "[http][target]")
{
    const auto parsed = parse_target("/a?x=1&&y=a+b%2Bc&x=%E2%82%AC&z&w=p=q&=n#x=9");
    REQUIRE(parsed);
    CHECK(
        parsed->query ==
        pairs{{"x", "1"}, {"y", "a b+c"}, {"x", "\u20ac"}, {"z", ""}, {"w", "p=q"}, {"", "n"}});
}

TEST_CASE("request target: what is no path or no text is refused", "[http][target]")
{
    const std::string target = GENERATE(
        ""s,
        "*"s,
        "a/b"s,
        "?a=b"s,
        "http://comments.example?a=b"s,
        "ftp://comments.example/"s,
        "comments.example:443"s,
        "/%"s,
        "/%4"s,
        "/%4g"s,
        "/%00"s,
        "/%0d%0a"s,
        "/%7F"s,
        "/%C2%85"s,
        "/%C3"s,
        "/%C0%AF"s,
        "/%ED%A0%80"s,
        "/\xFF"s,
        "/a?b=%zz"s,
        "/a?%=b"s,
        "/a?b=%0A"s,
        "/a?b=%ff"s);
    CAPTURE(target);
    CHECK_FALSE(parse_target(target));
}

TEST_CASE("request target: there are bounds to what is taken apart", "[http][target]")
{
    std::string path;
    std::string query;
    for (std::size_t i = 0; i < http::request_target::segments_max; ++i)
        path += "/s";
    for (std::size_t i = 0; i < http::request_target::parameters_max; ++i)
        query += "&p=1";

    CHECK(parse_target(path + "?" + query));
    CHECK_FALSE(parse_target(path + "/s?" + query));
    CHECK_FALSE(parse_target(path + "?" + query + "&p=1"));
}

TEST_CASE("form: line breaks are text, NUL is not", "[http][target]")
{
    CHECK(parse_form("text=a%0D%0Ab&name=Ada+L.") == pairs{{"text", "a\r\nb"}, {"name", "Ada L."}});
    CHECK(parse_form("") == pairs{});
    CHECK_FALSE(parse_form("text=%00"));
    CHECK_FALSE(parse_form("text=%ff"));
}
