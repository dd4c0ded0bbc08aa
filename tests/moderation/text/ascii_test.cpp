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

TEST_CASE("ascii: the first of some bytes is found, wherever it stands", "[moderation][ascii]")
{
    constexpr byte_set wanted(".:\x80");
    static_assert(wanted.contains(':'));
    static_assert(!wanted.contains('a'));
    CHECK(wanted.contains('\x80'));
    CHECK(wanted.find_in("ab.c:") == 2);
    CHECK(wanted.find_in("ab.c:", 3) == 4);
    CHECK(wanted.find_in("abc") == 3);
    CHECK(wanted.find_in("") == 0);
    CHECK(wanted.is_any_in("a\x80"));
    CHECK_FALSE(wanted.is_any_in("a\x81"));
}
