#include "moderation/text/scheme_spelling.hpp"

#include "tests/support/catch.hpp"

#include <string>

using namespace rejoinder::moderation;

TEST_CASE("scheme: how people write http", "[moderation][scheme_spelling]")
{
    const auto [text, plain, disguised] = GENERATE(table<std::string, std::string, bool>({
        {"http://", "http://", false},
        {"HTTPS://", "https://", false},
        {"hxxp://", "http://", true},
        {"hXXps://", "https://", true},
        {"h**p://", "http://", true},
        {"h++ps://", "https://", true},
        {"http:\\\\", "http://", true},
        {"http:/", "http://", true},
        {"https//", "https://", true},
        {"http[:]//", "http://", true},
        {"http[://]", "http://", true},
        {"h t t p : / /", "http://", true},
        {"ttp://", "http://", true},
        {"htp://", "http://", true},
    }));
    CAPTURE(text);
    const auto found = spelled_scheme(text + "x");
    CHECK(found.length == text.size());
    CHECK(found.plain == plain);
    CHECK(found.disguised == disguised);
}

TEST_CASE("scheme: what is none", "[moderation][scheme_spelling]")
{
    for (const auto* text :
         {"", "h", "http", "http: a", "https is", "hop/over", "help://", "htop", "tp://", "to/p"}) {
        CAPTURE(text);
        CHECK(spelled_scheme(text).length == 0);
    }
}
