#include "moderation/text/utf8.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("utf8: decodes and encodes every length", "[moderation][utf8]")
{
    const std::string text = "aß語😀";
    std::u32string decoded;
    std::string encoded;
    for (std::size_t at = 0; at < text.size();) {
        decoded += next_code_point(text, at);
        append_utf8(encoded, decoded.back());
    }

    CHECK(decoded == U"aß語😀");
    CHECK(encoded == text);
}

TEST_CASE("utf8: ill-formed bytes become replacement characters", "[moderation][utf8]")
{
    for (const std::string text :
         {"\x80", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82"}) {
        std::size_t at = 0;
        CHECK(next_code_point(text, at) == U'\uFFFD');
        CHECK(at >= 1);
        CHECK(at <= text.size());
    }
}
