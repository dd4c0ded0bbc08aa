#include "moderation/text/ascii.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("ascii: letters are made small, every other byte is left", "[moderation][text]")
{
    CHECK(lower_ascii('Z') == 'z');
    CHECK(lower_ascii('@') == '@');
    CHECK(lower_ascii("HTTPS://Example.COM/\xC3\x84[]") == "https://example.com/\xC3\x84[]");
    CHECK(lower_ascii("").empty());
}

TEST_CASE("ascii: one byte anywhere that is none is noticed", "[moderation][ascii]")
{
    for (std::size_t length = 0; length < 40; ++length) {
        std::string text(length, 'a');
        CHECK(is_ascii(text));
        for (std::size_t i = 0; i < length; ++i) {
            text[i] = '\x80';
            CHECK_FALSE(is_ascii(text));
            text[i] = '\x7F';
        }
    }
}

TEST_CASE("ascii: blanks at both ends are taken off", "[moderation]")
{
    CHECK(trimmed(" \ta b\r\n") == "a b");
    CHECK(trimmed("a") == "a");
    CHECK(trimmed(" \n").empty());
    CHECK(trimmed("").empty());
}
