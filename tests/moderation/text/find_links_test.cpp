#include "moderation/text/find_links.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

namespace {

std::vector<std::string> links_in(std::string_view text)
{
    std::vector<std::string> found;
    for (const auto& [span, host, disguised] : find_links(text))
        found.push_back(
            std::string(text.substr(span.begin, span.end - span.begin)) +
            (disguised ? " => " : " -> ") + host);
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
        {"hxxps://example.org", {"hxxps://example.org => example.org"}},
        {"https://a.example https://b.example",
         {"https://a.example -> a.example", "https://b.example -> b.example"}},
        {"https://a.example,https://b.example",
         {"https://a.example -> a.example", "https://b.example -> b.example"}},
        {"https://例え.jp。次", {"https://例え.jp -> xn--r8jz45g.jp"}},
        {"https://a.example/?to=https://b.example",
         {"https://a.example/?to=https://b.example -> a.example"}},
        {"https://evil。example/x", {"https://evil。example/x => evil.example"}},
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

TEST_CASE("links: in disguise", "[moderation][find_links]")
{
    check({
        {"go to hxxp://example.org/a now", {"hxxp://example.org/a => example.org"}},
        {"h**p://example.org", {"h**p://example.org => example.org"}},
        {"h t t p : / / example.org", {"h t t p : / / example.org => example.org"}},
        {"http:\\\\example.org\\x", {"http:\\\\example.org\\x => example.org"}},
        {"example [dot] com", {"example [dot] com => example.com"}},
        {"example(dot)com/page", {"example(dot)com/page => example.com"}},
        {"example[.]com", {"example[.]com => example.com"}},
        {"visit example DOT com today", {"example DOT com => example.com"}},
        {"www dot example dot com", {"www dot example dot com => www.example.com"}},
        {"example dot co dot uk", {"example dot co dot uk => example.co.uk"}},
        {"see example . com", {"example . com => example.com"}},
        {"example．com", {"example．com => example.com"}},
        {"ｅｘａｍｐｌｅ．ｃｏｍ", {"ｅｘａｍｐｌｅ．ｃｏｍ => example.com"}},
        {"exam\u200Bple.com", {"exam\u200Bple.com => example.com"}},
        {"https://good.com@evil.com/x", {"https://good.com@evil.com/x => evil.com"}},
        {"http://3221225985/x", {"http://3221225985/x => 192.0.2.1"}},
        {"http://0xC0.0x00.0x02.0x01/", {"http://0xC0.0x00.0x02.0x01/ => 192.0.2.1"}},
        {"https://%65xample.com/", {"https://%65xample.com/ => example.com"}},
        {"192.0.2.1/login", {"192.0.2.1/login -> 192.0.2.1"}},
        {"https://example.org\u200B", {"https://example.org -> example.org"}},
    });
}

TEST_CASE("links: what is no disguise", "[moderation][find_links]")
{
    check({
        {"I like dots. Come here", {}},
        {"I like this . Come here . It is good", {}},
        {"the dot com bubble, and every dot com since", {}},
        {"He connects the dot. Com port 3", {}},
        {"Mr.Smith etc.and node.js 3.5 km", {}},
        {"The point de vue, le point com'mun", {}},
        {"joe [at] example [dot] com", {}},
        {"a polka-dot-dress, a (dot) in it", {}},
        {"我去了北京。昨天", {}},
        {"it's 5 . 3 in all", {}},
        {"version 1.2.3.4 and 1.2.3.4.5", {}},
        {"red • green • blue", {}},
        {"http protocol: h * t * t * p", {}},
    });
}

TEST_CASE("links: in number and in time", "[moderation][find_links]")
{
    std::string many;
    for (int i = 0; i < 1'000; ++i)
        many += "a.com ";
    CHECK(find_links(many).size() == links_found_max);

    // Each of these would be slow if any part were looked at again and again.
    for (const std::string part :
         {"a.",
          "http://",
          "a.a..",
          "www.",
          "(",
          "://",
          " dot a",
          "[dot]",
          "a . ",
          "h t",
          "\u200B",
          "a\u200B",
          "h**p",
          "a dot "}) {
        std::string text;
        while (text.size() < 200'000)
            text += part;
        CHECK(find_links(text).size() <= links_found_max);
    }
}
