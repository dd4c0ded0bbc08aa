#include "moderation/filters/link_filter.hpp"

#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

#include <optional>

using namespace rejoinder::moderation;
using rejoinder::tests::comment_of;
using rejoinder::tests::details;
using rejoinder::tests::inspect;

namespace {

link_filter make_filter()
{
    link_settings settings;
    settings.blocked_hosts = {"casino.example"};
    settings.allowed_hosts = {"news.example"};
    return link_filter(settings);
}

std::string text_with_links(int count)
{
    std::string text = "Something to read on a long evening:";
    for (int i = 0; i < count; ++i)
        text += " https://h" + std::to_string(i) + ".example/page";
    return text;
}

}  // namespace

TEST_CASE("link filter: each link over the limit is a finding", "[moderation][link_filter]")
{
    CHECK(inspect(make_filter(), text_with_links(0)).empty());
    CHECK(inspect(make_filter(), text_with_links(2)).empty());

    const auto found = inspect(make_filter(), text_with_links(4));
    CHECK(details(found) == std::vector<std::string>{"h2.example", "h3.example"});
    CHECK(found[0].reason == reason::too_many_links);
}

TEST_CASE("link filter: links to allowed hosts are not counted", "[moderation][link_filter]")
{
    const std::string text =
        text_with_links(2) + " https://news.example/1 https://www.news.example/2";

    CHECK(inspect(make_filter(), text).empty());
}

TEST_CASE(
    "link filter: a blocked host covers its subdomains, not its look-alikes",
    "[moderation][link_filter]")
{
    struct row {
        const char* host;
        bool blocked;
    };
    static const row rows[] = {
        {"casino.example", true},
        {"www.CASINO.example", true},
        {"casino.example:8080", true},
        {"user@casino.example", true},
        {"notcasino.example", false},
        {"casino.example.org", false},
    };
    for (const auto& [host, blocked] : rows) {
        CAPTURE(host);
        const auto text = "I spent all night there: https://" + std::string(host) + "/roulette";
        const auto found = inspect(make_filter(), text);
        CHECK(found.empty() != blocked);
        if (blocked && !found.empty())
            CHECK(found[0].reason == reason::blocked_host);
    }
}

TEST_CASE("link filter: the author's website is held to the same list", "[moderation][link_filter]")
{
    auto comment = comment_of("Good day to everybody");
    comment.website = "https://casino.example/";

    const auto found = inspect(make_filter(), comment);

    REQUIRE(found.size() == 1);
    CHECK(found[0].reason == reason::blocked_host);
    CHECK(found[0].field == comment_field::website);

    comment.website = "https://blog.example/";
    CHECK(inspect(make_filter(), comment).empty());
}

TEST_CASE("link filter: an address in the name is a finding", "[moderation][link_filter]")
{
    auto comment = comment_of("Good day to everybody");
    comment.name = "Best pills www.pills.example";

    const auto found = inspect(make_filter(), comment);

    REQUIRE(found.size() == 1);
    CHECK(found[0].reason == reason::link_in_name);
    CHECK(found[0].field == comment_field::name);
    CHECK(found[0].span == text_span{11, 28});

    comment.name = "J. R. R. Tolkien";
    CHECK(inspect(make_filter(), comment).empty());
}

TEST_CASE("link filter: hardly anything but a link", "[moderation][link_filter]")
{
    struct row {
        const char* text;
        bool found;
    };
    static const row rows[] = {
        {"https://shop.example/?id=12345678901234567890", true},
        {"Nice! https://shop.example", true},
        {"https://shop.example !!!!!!!!!!!!!!!!!!!!!", true},
        {"The study is at https://journal.example/1", false},
        {"No link", false},
    };
    for (const auto& [text, expected] : rows) {
        CAPTURE(text);
        const auto found = inspect(make_filter(), text);
        CHECK(found.empty() != expected);
        if (expected && !found.empty())
            CHECK(found[0].reason == reason::link_only);
    }
}

TEST_CASE("link filter: where a link leads is hidden", "[moderation][link_filter]")
{
    link_settings settings;
    settings.shorteners = {"short.example"};
    settings.allowed_hosts = {"news.example", "our.short.example"};
    const link_filter filter(settings);
    const auto [text, expected] = GENERATE(table<std::string, std::optional<reason>>({
        {"https://short.example/a1", reason::link_shortener},
        {"https://www.short.example/a1", reason::link_shortener},
        {"https://short.example.org/a1", std::nullopt},
        {"https://our.short.example/a1", std::nullopt},
        {"https://news.example/story", std::nullopt},
        {"https://nevvs.example/story", std::nullopt},
        {"https://nеws.example/story", reason::lookalike_host},  // a Cyrillic е
        {"https://news.example.other.org/story", std::nullopt},
        {"https://раураӏ.com/story", reason::lookalike_host},
        {"hxxps://other.example/story", reason::disguised_link},
        {"other [dot] com", reason::disguised_link},
    }));
    CAPTURE(text);
    const auto found = inspect(filter, "What I read about this yesterday: " + text);
    REQUIRE(found.size() == (expected ? 1 : 0));
    if (expected)
        CHECK(found[0].reason == *expected);
}

TEST_CASE("link filter: the website's host is looked at as well", "[moderation][link_filter]")
{
    link_settings settings;
    settings.shorteners = {"short.example"};
    auto comment = comment_of("Nothing in the text itself.");
    comment.website = "https://short.example/a1";

    const auto found = inspect(link_filter(settings), comment);

    REQUIRE(found.size() == 1);
    CHECK(found[0].reason == reason::link_shortener);
    CHECK(found[0].field == comment_field::website);
}

TEST_CASE("link filter: a link in disguise counts like any other", "[moderation][link_filter]")
{
    link_settings settings;
    settings.links_max = 1;
    settings.blocked_hosts = {"casino.com"};
    const auto found = inspect(
        link_filter(settings),
        "Read one [dot] com and two [dot] com and, best of all, casino (dot) com today");

    std::vector<reason> reasons;
    for (const auto& each : found)
        reasons.push_back(each.reason);
    CHECK(
        reasons == std::vector<reason>{
                       reason::disguised_link,
                       reason::disguised_link,
                       reason::too_many_links,
                       reason::blocked_host,
                       reason::disguised_link});
}
