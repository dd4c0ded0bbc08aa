#include "server/privacy/base64url.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;

TEST_CASE("base64url: writes RFC 4648's alphabet for URLs, without padding", "[privacy]")
{
    struct example {
        std::string bytes;
        std::string text;
    };
    const auto [bytes, text] = GENERATE(
        example{"", ""},
        example{"f", "Zg"},
        example{"fo", "Zm8"},
        example{"foo", "Zm9v"},
        example{"\xFB\xFF\xBF", "-_-_"},
        example{std::string("\0\0", 2), "AAA"});

    CHECK(privacy::to_base64url(bytes) == text);
    CHECK(privacy::from_base64url(text) == bytes);
}

TEST_CASE("base64url: reads one text for each value and refuses every other", "[privacy]")
{
    const auto text = GENERATE(
        as<std::string>(),
        "Zg==",
        "Zm9v\n",
        "Zm 9v",
        "+/+/",
        "Z",
        "Zh",  // Its last bits are not zero.
        "Zm9v.");

    CHECK_FALSE(privacy::from_base64url(text));
}
