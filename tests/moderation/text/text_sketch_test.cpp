#include "moderation/text/text_sketch.hpp"

#include "tests/support/catch.hpp"

#include <string>

using namespace rejoinder::moderation;

namespace {

text_sketch sketch(const std::string& text)
{
    return sketch_of(shingles(folded_text(text)));
}

bool share_one(const text_sketch& a, const text_sketch& b)
{
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] == b[i])
            return true;
    return false;
}

/// A text of its own for each number.
std::string numbered(int number)
{
    std::string text;
    unsigned state = static_cast<unsigned>(number) * 2'654'435'761U + 1;
    for (int i = 0; i < 120; ++i) {
        state = state * 1'664'525U + 1'013'904'223U;
        text += i % 7 == 6 ? ' ' : static_cast<char>('a' + (state >> 16) % 26);
    }
    return text;
}

}  // namespace

TEST_CASE("text sketch: the same text has the same, however it is written", "[moderation]")
{
    const auto plain = sketch("The ferry should have been built long ago, and of wood.");

    CHECK(sketch("THE FERRY should have been built, long ago and of wood!!!") == plain);
    CHECK(sketch("Nothing of the kind was ever said by anybody here.") != plain);
}

TEST_CASE(
    "text sketch: texts alike nearly always share a number, others hardly ever",
    "[moderation]")
{
    int alike = 0;
    int strangers = 0;
    for (int i = 0; i < 200; ++i) {
        const auto text = numbered(i);
        auto changed = text;
        changed[60] = '1';
        alike += share_one(sketch(text), sketch(changed)) ? 1 : 0;
        strangers += share_one(sketch(text), sketch(numbered(i + 1'000))) ? 1 : 0;
    }
    CHECK(alike >= 190);
    CHECK(strangers <= 2);
}
