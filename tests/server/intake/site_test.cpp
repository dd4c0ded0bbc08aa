#include "server/intake/site.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using intake::origin_of;
using intake::site;

namespace {

site news(bool is_served_by_us = false)
{
    site made;
    made.id = model::site_id("news");
    made.origins = {"https://news.example", "http://localhost:3000"};
    made.is_served_by_us = is_served_by_us;
    return made;
}

constexpr const char* us = "https://comments.example";

}  // namespace

TEST_CASE("site: an origin is scheme, host and port as browsers write them", "[intake][site]")
{
    struct example {
        std::string url;
        std::string origin;
    };
    const auto [url, origin] = GENERATE(
        example{"https://news.example", "https://news.example"},
        example{"https://news.example/a/b?c#d", "https://news.example"},
        example{"HTTPS://News.EXAMPLE/", "https://news.example"},
        example{"https://news.example:443/", "https://news.example"},
        example{"http://news.example:80/", "http://news.example"},
        example{"https://news.example:80/", "https://news.example:80"},
        example{"http://news.example:8080/", "http://news.example:8080"},
        example{"http://news.example:/", "http://news.example"},
        example{"http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080"});

    CHECK(origin_of(url) == origin);
}

TEST_CASE("site: what is no absolute http or https URL has no origin", "[intake][site]")
{
    const auto url = GENERATE(
        as<std::string>(),
        "",
        "null",
        "news.example",
        "/bridge",
        "//news.example/bridge",
        "https:",
        "https:///bridge",
        "https:news.example",
        "ftp://news.example/",
        "javascript:alert(1)",
        "javascript://news.example/%0aalert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://ada@news.example/",
        "https://ada:secret@news.example/",
        "https://news.example@evil.example/",
        " https://news.example/",
        "https://news.example/a b",
        "https://news.example:port/");

    CAPTURE(url);
    CHECK(origin_of(url).empty());
}

TEST_CASE("site: owns the pages of its origins and no look-alike", "[intake][site]")
{
    const auto of = news();
    CHECK(of.owns("https://news.example/2026/bridge?page=2", us));
    CHECK(of.owns("https://NEWS.example", us));
    CHECK(of.owns("http://localhost:3000/x", us));

    const auto foreign = GENERATE(
        as<std::string>(),
        "http://news.example/",  // Another scheme is another origin,
        "https://news.example:8443/",
        "https://www.news.example/",
        "https://news.example.evil.example/",
        "https://evil.example/https://news.example/",
        "https://news.example@evil.example/",
        "https://news.example\\@evil.example/",
        "https://news%2Eexample/",
        "http://localhost:30000/",
        "");
    CHECK_FALSE(of.owns(foreign, us));
}

TEST_CASE("site: this server's own pages belong only to a site that says so", "[intake][site]")
{
    CHECK(news(true).owns("https://comments.example/demo", us));
    CHECK(news(true).owns("https://news.example/", us));
    CHECK_FALSE(news(false).owns("https://comments.example/demo", us));
    CHECK_FALSE(news(true).owns("https://other.example/", us));
    CHECK_FALSE(news(true).owns("", ""));
    CHECK_FALSE(news(true).owns("null", "null"));
}

TEST_CASE("site directory: finds what was added, the last of equal ids", "[intake][site]")
{
    intake::site_directory sites;
    sites.add(news(false));
    sites.add(news(true));

    REQUIRE(sites.find(model::site_id("news")));
    CHECK(sites.find(model::site_id("news"))->is_served_by_us);
    CHECK(sites.find(model::site_id("blog")) == nullptr);
    CHECK(sites.all().size() == 1);
}
