#include "moderation/text/skeleton.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

namespace {

std::string skeleton_of(std::string_view text, sign_reading reading, char32_t for_masks = 0)
{
    skeleton shape;
    shape.assign(folded_text(text), reading, for_masks);
    return shape.text();
}

}  // namespace

TEST_CASE("skeleton: only the order of letters is left", "[moderation][skeleton]")
{
    struct row {
        const char* text;
        const char* signs_as_gaps;
        const char* signs_as_letters;
    };
    static const row rows[] = {
        {"", "", ""},
        {"Bad word", "badword", "badword"},
        {"B.A.D", "bad", "bad"},
        {"baaaad", "bad", "bad"},
        {"ba ad", "baad", "baad"},
        {"b4d!x", "bdx", "badix"},
        {"b4d!", "bd", "bad"},
        {"kill", "kii", "kii"},
        {"a$$", "a", "as"},
        {"fvck", "fuck", "fuck"},
    };
    for (const auto& [text, as_gaps, as_letters] : rows) {
        CAPTURE(text);
        CHECK(skeleton_of(text, sign_reading::as_gaps) == as_gaps);
        CHECK(skeleton_of(text, sign_reading::as_letters) == as_letters);
    }
}

TEST_CASE("skeleton: an asterisk in a word can be read as any letter", "[moderation][skeleton]")
{
    CHECK(skeleton_of("b#d b@d b-d", sign_reading::as_letters, U'u') == "budbudbud");
    CHECK(skeleton_of("b*d *b* b*", sign_reading::as_gaps, U'a') == "badbb");
}

TEST_CASE("skeleton: letters know their units and their bytes", "[moderation][skeleton]")
{
    skeleton shape;
    shape.assign(folded_text("жaab"), sign_reading::as_gaps);

    REQUIRE(shape.text() == "жab");
    REQUIRE(shape.letters().size() == 3);
    CHECK(shape.letter_at(0) == 0);
    CHECK(shape.letter_at(2) == 1);
    CHECK(shape.letter_at(3) == 2);
    CHECK(shape.letters()[1].first == 1);
    CHECK(shape.letters()[1].last == 2);
}

TEST_CASE("skeleton: knows which of its letters are signs", "[moderation][skeleton]")
{
    const auto signs = [](std::string_view text, sign_reading reading, char32_t for_masks = 0) {
        skeleton shape;
        shape.assign(folded_text(text), reading, for_masks);
        return shape.signs();
    };
    using numbers = std::vector<std::uint32_t>;

    CHECK(signs("a shot", sign_reading::as_letters).empty());
    CHECK(signs("a sh1t, s$x", sign_reading::as_gaps).empty());
    CHECK(signs("a sh1t!s", sign_reading::as_letters) == numbers{3, 5});
    CHECK(signs("as$ $s", sign_reading::as_letters) == numbers{1, 2});  // one letter with the s
    CHECK(signs("f*ck", sign_reading::as_letters, 'u') == numbers{1});
}

TEST_CASE("skeleton: of a part of the text", "[moderation][skeleton]")
{
    const folded_text text("what a sh1t, a f*ck");
    skeleton shape;
    shape.assign(text, {7, 11}, sign_reading::as_letters, 0);
    CHECK(shape.text() == "shit");
    CHECK(shape.letters().front().first == 7);
    CHECK(shape.letters().back().last == 10);
    CHECK(shape.signs() == std::vector<std::uint32_t>{2});
    shape.assign(text, {13, 19}, sign_reading::as_letters, 'e');
    CHECK(shape.text() == "afeck");
}
