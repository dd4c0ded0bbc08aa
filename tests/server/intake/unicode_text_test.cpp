#include "server/intake/unicode_text.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::intake;

TEST_CASE("unicode text: code points are counted, not bytes", "[intake][unicode]")
{
    struct example {
        std::string text;
        std::size_t count;
    };
    const auto [text, count] = GENERATE(
        example{"", 0},
        example{"abc", 3},
        example{"\xC3\xA4", 1},
        example{"a\xCC\x88", 2},
        example{"\xE2\x82\xAC\xF0\x9F\x98\x80", 2},
        example{"\xF4\x8F\xBF\xBF", 1},
        example{std::string("\0", 1), 1});

    CHECK(count_code_points(text) == count);
}

TEST_CASE("unicode text: what RFC 3629 forbids is no UTF-8", "[intake][unicode]")
{
    const auto text = GENERATE(
        as<std::string>(),
        "\x80",              // A continuation without a start,
        "\xC3",              // a start without its continuation,
        "\xE2\x82 ",         // broken off,
        "\xC0\xAF",          // an overlong form of "/",
        "\xE0\x80\xAF",      // and another,
        "\xED\xA0\x80",      // a surrogate,
        "\xF4\x90\x80\x80",  // beyond U+10FFFF,
        "\xFF");             // never in UTF-8.

    CHECK_FALSE(count_code_points(text));
}

TEST_CASE("unicode text: line feed and tab are the only controls of a text", "[intake][unicode]")
{
    CHECK_FALSE(has_controls("one\n\ttwo \xC3\xA4\xE2\x80\x8D"));
    const auto control = GENERATE(values<std::string>(
        {std::string(1, '\0'), "\x01", "\r", "\x1B", "\x7F", "\xC2\x80", "\xC2\x9F"}));
    CHECK(has_controls("a" + control + "b"));
}

TEST_CASE("unicode text: white space is found in all its kinds", "[intake][unicode]")
{
    CHECK_FALSE(has_white_space("a\xC3\xA4-_\xE2\x80\x8D"));
    const auto space = GENERATE(
        as<std::string>(),
        " ",
        "\t",
        "\n",
        "\xC2\xA0",
        "\xE2\x80\x83",
        "\xE2\x80\xA8",
        "\xE3\x80\x80");
    CHECK(has_white_space("a" + space + "b"));
}

TEST_CASE("unicode text: tidy trims the ends and writes line ends as LF", "[intake][unicode]")
{
    struct example {
        std::string given;
        std::string tidied;
    };
    const auto [given, tidied] = GENERATE(
        example{"", ""},
        example{" \t\r\n ", ""},
        example{"  a  b  ", "a  b"},
        example{"a\r\nb\rc\nd", "a\nb\nc\nd"},
        example{"a\r\r\nb\r", "a\n\nb"},
        example{"\r\n\r\nfirst\r\n\r\nsecond\r\n", "first\n\nsecond"});

    CHECK(tidy(given) == tidied);
}

TEST_CASE("unicode text: what nobody can see is not visible", "[intake][unicode]")
{
    const auto invisible = GENERATE(
        as<std::string>(),
        "",
        " \t\n",
        "\xC2\xA0",                  // No-break space
        "\xE3\x80\x80",              // Ideographic space
        "\xE2\x80\x8B\xE2\x80\x8D",  // Zero-width space and joiner
        "\xE2\x80\xAE",              // Right-to-left override
        "\xC2\xAD",                  // Soft hyphen
        "\xEF\xBB\xBF",              // Byte order mark
        "\xE3\x85\xA4",              // Hangul filler
        "\xEF\xB8\x8F");             // Variation selector

    CHECK_FALSE(has_visible(invisible));
    CHECK(has_visible(invisible + "."));
    CHECK(has_visible("\xF0\x9F\x98\x80" + invisible));
}
