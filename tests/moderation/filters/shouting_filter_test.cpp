#include "moderation/filters/shouting_filter.hpp"

#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;
using rejoinder::tests::details;
using rejoinder::tests::inspect;
using rejoinder::tests::marked;

TEST_CASE("shouting filter: what is loud", "[moderation][shouting_filter]")
{
    struct row {
        const char* text;
        std::vector<std::string> expected;
    };
    static const row rows[] = {
        {"I quite agree, and so does NATO.", {}},
        {"NATO, LOL", {}},
        {"WHY DOES NOBODY EVER LISTEN TO ME", {"capitals"}},
        {"ПОЧЕМУ МЕНЯ НИКТО НИКОГДА НЕ СЛУШАЕТ", {"capitals"}},
        {"WARUM HÖRT MIR NIEMALS JEMAND ZU", {"capitals"}},
        {"なぜ誰も私の話を聞いてくれないのですかとても残念です", {}},
        {"See https://example.org/A-VERY-LONG-LINK-ALL-IN-CAPITALS here", {}},
        {"Goooooooooooal for the home team", {"stretched"}},
        {"Gooooal for the home team", {}},
        {"Read www.example.org/aaaaaaaaaaaaaaaa first", {}},
        {"Really?!?!?!?", {"punctuation"}},
        {"Really?!", {}},
        {"I waited ...............", {}},
        {"STOOOOOOOOOOOP THIS NONSENSE AT ONCE!!!!!!!!", {"capitals", "stretched", "punctuation"}},
    };
    const shouting_filter filter({});
    for (const auto& [text, expected] : rows) {
        CAPTURE(text);
        CHECK(details(inspect(filter, text)) == expected);
    }
}

TEST_CASE("shouting filter: marks the place", "[moderation][shouting_filter]")
{
    const std::string text = "Ach, wie schöööööööön!";

    CHECK(marked(inspect(shouting_filter({}), text), text) == std::vector<std::string>{"öööööööö"});
}

TEST_CASE("shouting: a run is found wherever it begins", "[moderation][shouting]")
{
    shouting_settings settings;
    settings.stretch_max = 4;
    const shouting_filter filter(settings);
    for (std::size_t before = 0; before < 12; ++before)
        for (const std::size_t length : {4, 5, 6, 11}) {
            // Single letters and shorter runs before it, and one more run behind.
            const auto text = std::string("abaaccccabbbacabb").substr(0, before) + " " +
                              std::string(length, 'z') + " zzzz yyyyyyyy";
            CAPTURE(text);
            const auto found = inspect(filter, text);
            REQUIRE(found.size() == 1);
            CHECK(
                marked(found, text).front() ==
                (length > settings.stretch_max ? std::string(length, 'z') : "yyyyyyyy"));
        }
}

TEST_CASE("shouting: capitals count alike beside other scripts", "[moderation][shouting]")
{
    const shouting_filter filter({});
    for (const std::string text :
         {"ALL OF THIS IS LOUD AND CLEAR", "All of this is quiet enough"}) {
        CAPTURE(text);
        CHECK(inspect(filter, text).size() == inspect(filter, text + " \u65E5\u2019").size());
    }
}
