#include "moderation/text/plain_links.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("plain links: written as a browser takes them", "[moderation][plain_links]")
{
    const auto [text, plain] = GENERATE(table<std::string, std::string>({
        {"hxxps://example[.]com/a", "https://example.com/a"},
        {"example。com", "example.com"},
        {"ｅｘａｍｐｌｅ．ｃｏｍ", "example.com"},
        {"e\u200Bx\u00ADample.com", "example.com"},
        {"bücher.example", "bücher.example"},
        {"终于。我们", "终于。我们"},
        {"🇩🇪 und 🇫🇷", "🇩🇪 und 🇫🇷"},
        {"nothing… of it", "nothing… of it"},
        {"", ""},
    }));
    CAPTURE(text);
    CHECK(plain_links(text).text() == plain);
}

TEST_CASE("plain links: the work is bounded by the text", "[moderation][plain_links]")
{
    // Every part of the text is written once: what comes out is never longer than what went in.
    for (const std::string part :
         {"a dot ", "[dot]", " . ", "h t t p ", "\u200B", "．", "a-dot-"}) {
        std::string text;
        while (text.size() < 40'000)
            text += part;
        CAPTURE(part);
        CHECK(plain_links(text).text().size() <= text.size());
    }
}
