#include "moderation/text/language.hpp"

#include "moderation/text/find_links.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("language: what a text is written in", "[moderation][language]")
{
    const std::string text = "The council has not said a word about the costs of the new bridge, "
                             "and I doubt that it ever will. https://beispiel.example/strasse";
    const auto guess = guess_language(text, find_links(text));

    CHECK(guess.reliable);
    CHECK(guess.letters > 60);
    CHECK(code_of_language(guess.shares[0].language) == "en");
    CHECK(guess.percent_of(*language_from("en")) > 90);
    CHECK(guess.percent_of(*language_from("de")) == 0);
    CHECK_FALSE(guess_language("", {}).reliable);
}

TEST_CASE("language: codes", "[moderation][language]")
{
    CHECK(code_of_language(*language_from("EN")) == "en");
    CHECK(code_of_language(*language_from("he")) == "he");
    CHECK_FALSE(language_from("english").has_value());
    CHECK_FALSE(language_from("").has_value());
    CHECK(reads_like(*language_from("da"), *language_from("no")));
    CHECK_FALSE(reads_like(*language_from("de"), *language_from("nl")));
}
