#include "moderation/text/find_links.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

namespace {

std::vector<std::string> links_in(std::string_view text)
{
    std::vector<std::string> found;
    for (const auto& [span, host] : find_links(text))
        found.push_back(
            std::string(text.substr(span.begin, span.end - span.begin)) + " -> " + host);
    return found;
}

struct row {
    const char* text;
    std::vector<std::string> expected;
};

void check(const std::vector<row>& rows)
{
    for (const auto& [text, expected] : rows) {
        CAPTURE(text);
        CHECK(links_in(text) == expected);
    }
}

}  // namespace

TEST_CASE("links: with a scheme", "[moderation][find_links]")
{
    check({
        {"See https://example.org/a?b=1#c.", {"https://example.org/a?b=1#c -> example.org"}},
        {"HTTP://EXAMPLE.ORG", {"HTTP://EXAMPLE.ORG -> example.org"}},
        {"(https://example.org/a_(b))", {"https://example.org/a_(b) -> example.org"}},
        {"<https://example.org>", {"https://example.org -> example.org"}},
        {"\"https://example.org\"", {"https://example.org -> example.org"}},
        {"[x](https://example.org/y)", {"https://example.org/y -> example.org"}},
        {"https://example.org:8080/", {"https://example.org:8080/ -> example.org"}},
        {"https://user@example.org", {"https://user@example.org -> example.org"}},
        {"http://localhost/x", {"http://localhost/x -> localhost"}},
        {"http://192.0.2.1/x", {"http://192.0.2.1/x -> 192.0.2.1"}},
        {"https://bücher.example/ü", {"https://bücher.example/ü -> xn--bcher-kva.example"}},
        {"hxxps://example.org", {"hxxps://example.org -> example.org"}},
        {"https://a.example https://b.example",
         {"https://a.example -> a.example", "https://b.example -> b.example"}},
        {"https://a.example,https://b.example",
         {"https://a.example -> a.example", "https://b.example -> b.example"}},
        {"https://例え.jp。次", {"https://例え.jp -> xn--r8jz45g.jp"}},
        {"https://a.example/?to=https://b.example",
         {"https://a.example/?to=https://b.example -> a.example"}},
        {"https://evil。example/x", {"https://evil。example/x -> evil.example"}},
        {"https://", {}},
        {"javascript://example", {}},
        {"std://vector", {}},
    });
}

TEST_CASE("links: without a scheme", "[moderation][find_links]")
{
    check({
        {"www.example.org/x", {"www.example.org/x -> www.example.org"}},
        {"WWW.Example.Museum", {}},
        {"www.example.museum", {"www.example.museum -> www.example.museum"}},
        {"visit example.com!", {"example.com -> example.com"}},
        {"EXAMPLE.COM", {"EXAMPLE.COM -> example.com"}},
        {"sub.example.co.uk/page.", {"sub.example.co.uk/page -> sub.example.co.uk"}},
        {"youtu.be/abc", {"youtu.be/abc -> youtu.be"}},
        {"bit.ly/x", {"bit.ly/x -> bit.ly"}},
        {"wait...example.com", {"example.com -> example.com"}},
        {"сайт пример.рф", {"пример.рф -> xn--e1afmkfd.xn--p1ai"}},
        {"сайт пример.xn--p1ai", {"пример.xn--p1ai -> xn--e1afmkfd.xn--p1ai"}},
        {"-example.com-", {"example.com -> example.com"}},
        {"example.com:8080/x", {"example.com:8080/x -> example.com"}},
        {"one.com, two.org", {"one.com -> one.com", "two.org -> two.org"}},
    });
}

TEST_CASE("links: what is none", "[moderation][find_links]")
{
    check({
        {"", {}},
        {"no link", {}},
        {"The end.It was late", {}},
        {"The end.Com, he said", {}},
        {"e.g. this, i.e. that", {}},
        {"readme.md main.cpp node.js", {}},
        {"version 3.5.de", {"3.5.de -> 3.5.de"}},
        {"it cost 3.50", {}},
        {"joe@example.com", {}},
        {"@user@mastodon.example", {}},
        {"John F. Kennedy.", {}},
        {".com", {}},
        {"....", {}},
        {"a.b", {}},
    });
}

TEST_CASE("links: in number and in time", "[moderation][find_links]")
{
    std::string many;
    for (int i = 0; i < 1'000; ++i)
        many += "a.com ";
    CHECK(find_links(many).size() == links_found_max);

    // Each of these would be slow if any part were looked at again and again.
    for (const std::string part : {"a.", "http://", "a.a..", "www.", "(", "://"}) {
        std::string text;
        while (text.size() < 200'000)
            text += part;
        CHECK(find_links(text).size() <= links_found_max);
    }
}
