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
