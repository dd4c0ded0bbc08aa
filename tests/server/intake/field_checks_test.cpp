#include "server/intake/field_checks.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using intake::field_checks;
using intake::intake_settings;

namespace {

/// "field code" of the only error, "" for none.
std::string error_of(const field_checks& checks)
{
    if (checks.errors().empty())
        return "";
    REQUIRE(checks.errors().size() == 1);
    return checks.errors()[0].field + ' ' + checks.errors()[0].code;
}

const intake_settings settings;

std::string name_error(std::string name)
{
    field_checks checks(settings);
    checks.name(name);
    return error_of(checks);
}

std::string text_error(std::string text)
{
    field_checks checks(settings);
    checks.text(text);
    return error_of(checks);
}

std::string website_error(std::string& website)
{
    field_checks checks(settings);
    checks.website(website);
    return error_of(checks);
}

std::string euros(std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += "\xE2\x82\xAC";
    return text;
}

intake::site news_site()
{
    intake::site site;
    site.origins = {"https://news.example"};
    return site;
}

std::string url_error(std::string url)
{
    field_checks checks(settings);
    checks.story_url(url, news_site(), "https://comments.example");
    return error_of(checks);
}

}  // namespace

TEST_CASE("field checks: a text has 1 to 10,000 code points", "[intake][fields]")
{
    CHECK(text_error("x").empty());
    CHECK(text_error(euros(10'000)).empty());
    CHECK(text_error("\n " + euros(10'000) + "\r\n").empty());
    CHECK(text_error(euros(10'001)) == "text too_long");
    CHECK(text_error("") == "text required");
    CHECK(text_error(" \r\n\t ") == "text required");
    CHECK(text_error("\xE2\x80\x8B") == "text required");
}

TEST_CASE("field checks: a text is text", "[intake][fields]")
{
    CHECK(text_error("lines\n\n\tand tabs").empty());
    const auto text = GENERATE(values<std::string>(
        {std::string("a\0b", 3), "a\x1B[31m", "a\xFF", "a\xED\xA0\x80", "a\x7F"}));
    CHECK(text_error(text) == "text invalid");
}

TEST_CASE("field checks: a name is one visible line of at most 80 code points", "[intake][fields]")
{
    CHECK(name_error("Ada").empty());
    CHECK(name_error(euros(80)).empty());
    CHECK(name_error(euros(81)) == "name too_long");
    CHECK(name_error("") == "name required");
    CHECK(name_error("\xE3\x85\xA4") == "name required");
    CHECK(name_error("Ada\nLovelace") == "name invalid");
    CHECK(name_error(" Ada\n").empty());
    CHECK(name_error(std::string("A\0da", 4)) == "name invalid");
}

TEST_CASE("field checks: a website may be left out, and its https:// too", "[intake][fields]")
{
    struct example {
        std::string typed;
        std::string kept;
    };
    const auto [typed, kept] = GENERATE(
        example{"", ""},
        example{"  ", ""},
        example{"http://ada.example", "http://ada.example"},
        example{" https://ada.example/a?b#c ", "https://ada.example/a?b#c"},
        example{"HTTPS://ada.example", "HTTPS://ada.example"},
        example{"ada.example", "https://ada.example"},
        example{"ada.example/page", "https://ada.example/page"});

    auto website = typed;
    CHECK(website_error(website).empty());
    CHECK(website == kept);
}

TEST_CASE("field checks: a website is http or https and nothing else", "[intake][fields]")
{
    std::string website = GENERATE(
        as<std::string>(),
        "javascript:alert(1)",
        "JavaScript://ada.example/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "ftp://ada.example",
        "file:///etc/passwd",
        "mailto:ada@mail.example",
        "https://ada:secret@ada.example",
        "https://",
        "//ada.example",
        "ada lovelace",
        "https://ada.example/\"onclick=",
        "java\nscript:alert(1)",
        "https://ada.example/\x01");

    CHECK(website_error(website) == "website invalid");
}

TEST_CASE("field checks: a website has at most 200 bytes, https:// among them", "[intake][fields]")
{
    std::string longest = "https://ada.example/" + std::string(180, 'a');
    std::string longer = longest + 'a';
    std::string short_of_scheme = "ada.example/" + std::string(181, 'a');

    CHECK(website_error(longest).empty());
    CHECK(website_error(longer) == "website too_long");
    CHECK(website_error(short_of_scheme) == "website too_long");
}

TEST_CASE("field checks: the story must be on an origin of the site", "[intake][fields]")
{
    CHECK(url_error("https://news.example/bridge?page=2").empty());
    CHECK(url_error("") == "story_url required");
    CHECK(url_error("https://news.example/" + std::string(2'000, 'a')) == "story_url too_long");
    const auto url = GENERATE(
        as<std::string>(),
        "https://evil.example/bridge",
        "https://news.example.evil.example/",
        "https://news.example@evil.example/",
        "http://news.example/bridge",
        "https://comments.example/",
        "/bridge",
        "javascript:alert(1)");
    CHECK(url_error(url) == "story_url not_allowed");
}

TEST_CASE("field checks: a parent is none or a comment's id", "[intake][fields]")
{
    struct example {
        std::string parent;
        std::string error;
    };
    const auto [parent, error] = GENERATE(
        example{"", ""},
        example{"0192f0c1-0000-7000-8000-000000000001", ""},
        example{"0192F0C1-0000-7000-8000-000000000001", "parent invalid"},
        example{"17", "parent invalid"},
        example{"0192f0c1-0000-7000-8000-000000000001 ", "parent invalid"});

    field_checks checks(settings);
    checks.parent(parent);
    CHECK(error_of(checks) == error);
}

TEST_CASE("field checks: a story's id is 1 to 200 bytes of text", "[intake][fields]")
{
    struct example {
        std::string id;
        std::string error;
    };
    const auto [id, error] = GENERATE(
        example{"bridge", ""},
        example{
            "/2026/10/br\xC3\xBC"
            "cke",
            ""},
        example{std::string(200, 'a'), ""},
        example{std::string(201, 'a'), "story invalid"},
        example{"", "story invalid"},
        example{"a\xFF", "story invalid"},
        example{std::string("a\0", 2), "story invalid"});

    field_checks checks(settings);
    checks.story_id(id);
    CHECK(error_of(checks) == error);
}

TEST_CASE(
    "field checks: a title may be left out and has at most 300 code points",
    "[intake][fields]")
{
    struct example {
        std::string title;
        std::string error;
    };
    const auto [title, error] = GENERATE(
        example{"", ""},
        example{"The bridge is open", ""},
        example{std::string(300, 'a'), ""},
        example{std::string(301, 'a'), "story_title too_long"},
        example{"a\xFF", "story_title invalid"});

    field_checks checks(settings);
    auto tidied = title;
    checks.story_title(tidied);
    CHECK(error_of(checks) == error);
}

TEST_CASE("field checks: when a story was published", "[intake]")
{
    const auto now = model::from_rfc3339("2026-10-05T12:00:00.000Z").value();
    const auto read = [&](const std::string& text) {
        field_checks checks(settings);
        const auto time = checks.story_published_at(text, now);
        return time ? model::to_rfc3339(*time).substr(0, 10) : error_of(checks);
    };
    CHECK(read("").empty());
    CHECK(read("2026-10-01T09:15:00+02:00") == "2026-10-01");
    CHECK(read("2026-10-06") == "2026-10-06");  // where the day has begun already
    CHECK(read("2026-10-08") == "story_published_at invalid");
    CHECK(read("last week") == "story_published_at invalid");
}
