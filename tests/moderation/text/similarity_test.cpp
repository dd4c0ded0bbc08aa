#include "moderation/text/similarity.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

namespace {

double similarity(std::string_view left, std::string_view right)
{
    return shingles(folded_text(left)).similarity_to(shingles(folded_text(right)));
}

}  // namespace

TEST_CASE("similarity: from nothing in common to the same", "[moderation][similarity]")
{
    CHECK(similarity("The same words", "the SAME, words!") == 1);
    CHECK(similarity("one thing entirely", "quick brown fox") == 0);
    CHECK(similarity("", "") == 1);
    CHECK(similarity("abc", "abd") == 0);
    CHECK(similarity("", "something") == 0);
    const auto nearly = similarity(
        "I think that the council ought to listen",
        "I think that the council ought to resign");
    CHECK(nearly > 0.6);
    CHECK(nearly < 0.9);
}

TEST_CASE("similarity: knows no direction", "[moderation][similarity]")
{
    CHECK(
        similarity("one long text here", "one long text") ==
        similarity("one long text", "one long text here"));
}

TEST_CASE(
    "similarity: the same groups in another number are not the same text",
    "[moderation][similarity]")
{
    CHECK_FALSE(shingles(folded_text("aaaaaaaa")).same_as(shingles(folded_text("aaaaa"))));
}

TEST_CASE("similarity: counts letters and digits", "[moderation][similarity]")
{
    CHECK(shingles(folded_text("a b, c! 12")).letters() == 5);
}
