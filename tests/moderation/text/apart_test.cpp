#include "moderation/text/apart.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

namespace {

/// Whether the whole text, cut at its blanks and punctuation, counts as one word taken apart.
bool is_taken_apart(std::string_view original, bool open_end = false)
{
    const folded_text text(original);
    std::vector<piece> pieces;
    bool gap = true;
    for (std::size_t i = 0; i < text.units().size(); ++i) {
        const auto kind = text.units()[i].kind;
        const bool inside = kind != unit_kind::space && kind != unit_kind::punctuation;
        if (inside && gap)
            pieces.push_back({i, i});
        if (inside)
            pieces.back().last = i;
        gap = !inside;
    }
    return taken_apart(text, pieces, open_end);
}

}  // namespace

TEST_CASE("apart: a word in pieces, or several words", "[moderation][apart]")
{
    CHECK(is_taken_apart("b a d"));
    CHECK(is_taken_apart("b.a.d"));
    CHECK(is_taken_apart("б а д"));
    CHECK(is_taken_apart("ba d"));
    CHECK(is_taken_apart("wr etch"));
    CHECK(is_taken_apart("po op"));
    CHECK(is_taken_apart("c 0 c k"));
    CHECK(is_taken_apart("wa nker"));
    CHECK(is_taken_apart("scoun_drel"));
    CHECK(is_taken_apart("scoun.drel"));
    CHECK(is_taken_apart("scoun-drel"));
    CHECK_FALSE(is_taken_apart("up-set"));
    CHECK_FALSE(is_taken_apart("the pen.Is it"));
    CHECK_FALSE(is_taken_apart("scoun drel"));
    CHECK_FALSE(is_taken_apart("a b"));
    CHECK_FALSE(is_taken_apart("an us"));
    CHECK_FALSE(is_taken_apart("pen is"));
    CHECK_FALSE(is_taken_apart("to get her"));
    CHECK_FALSE(is_taken_apart("1 hit"));
    CHECK_FALSE(is_taken_apart("$5 hit"));
    CHECK_FALSE(is_taken_apart("плохо е"));
    CHECK_FALSE(is_taken_apart("as's"));
    CHECK_FALSE(is_taken_apart("Ky\u2019s"));
}

TEST_CASE("apart: gaps are short and hold no letters", "[moderation][apart]")
{
    CHECK(is_gap(folded_text("a . b"), 0, 4));
    CHECK(is_gap(folded_text("a!b"), 0, 2));
    CHECK_FALSE(is_gap(folded_text("a1b"), 0, 2));
    CHECK_FALSE(is_gap(folded_text("axb"), 0, 2));
    CHECK_FALSE(is_gap(folded_text("a.........b"), 0, 10));
}
