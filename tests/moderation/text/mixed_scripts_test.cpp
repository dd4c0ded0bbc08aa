#include "moderation/text/mixed_scripts.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("mixed scripts: letters of several are read as Latin", "[moderation][mixed_scripts]")
{
    CHECK(mixed_word_at("คςt!", 0).letters == "act");
    CHECK(mixed_word_at("คςt!", 0).end == 6);
    CHECK(mixed_word_at("卂匚ㄒ", 0).letters == "act");
    CHECK(mixed_word_at("a ѕһір", 2).letters == "ship");
    CHECK(mixed_word_at("ωоγк", 0).letters == "woyk");
}

TEST_CASE("mixed scripts: a word of one script is what it is", "[moderation][mixed_scripts]")
{
    for (const auto* text : {"act", "аст", "ατε", "山千", "รเย", "naïve", "α-act", "!", "12"}) {
        CAPTURE(text);
        CHECK(mixed_word_at(text, 0).letters.empty());
        CHECK(mixed_word_at(text, 0).end > 0);
    }
}
