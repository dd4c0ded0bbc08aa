#include "moderation/text/words.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

namespace {

/// The text with brackets where a word may begin and end.
std::string boundaries(std::string_view original)
{
    const folded_text text(original);
    std::string shown;
    for (std::size_t i = 0; i < text.units().size(); ++i) {
        const auto& unit = text.units()[i];
        const bool visible = unit.kind == unit_kind::letter || unit.kind == unit_kind::digit;
        if (visible && word_begins(text, i))
            shown += '[';
        shown += original.substr(unit.begin, unit.end - unit.begin);
        if (visible && word_ends(text, i))
            shown += ']';
    }
    return shown;
}

}  // namespace

TEST_CASE("words: where they begin and end", "[moderation][words]")
{
    CHECK(boundaries("one two") == "[one] [two]");
    CHECK(boundaries("one-two, three.") == "[one]-[two], [three].");
    CHECK(boundaries("it's") == "[it]'[s]");
    CHECK(boundaries("mp3 99") == "[mp3] [99]");
    CHECK(boundaries("пыль") == "[пыль]");
    CHECK(boundaries("日本語") == "[日][本][語]");
    CHECK(boundaries("日本badです") == "[日][本][bad][で][す]");
}

TEST_CASE("words: an apostrophe joins pieces", "[moderation][words]")
{
    const folded_text text("it's so");

    CHECK(word_begins(text, 3));
    CHECK_FALSE(piece_begins(text, 3));
    CHECK_FALSE(piece_ends(text, 1));
    CHECK(piece_ends(text, 3));
    CHECK(piece_begins(text, 5));
}
