#include "moderation/text/similarity.hpp"

#include "tests/support/catch.hpp"

#include <set>
#include <string>

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

TEST_CASE("similarity: what may not reach a share does not reach it", "[moderation][similarity]")
{
    const std::string words[] =
        {"council ", "listen ", "money ", "b\u00E4r ", "1234 ", "\u0434\u0430 ", "!! "};
    std::vector<std::string> texts = {"", "a", "abcd"};
    for (std::size_t seed = 1; seed < 40; ++seed) {
        std::string text;
        for (std::size_t i = 0; i < seed % 11; ++i)
            text += words[(seed * seed + i * (seed % 5 + 1)) % std::size(words)];
        texts.push_back(text);
    }
    for (const auto& left : texts)
        for (const auto& right : texts) {
            const shingles mine{folded_text(left)};
            const shingles theirs{folded_text(right)};
            const auto share = mine.similarity_to(theirs);
            CHECK(mine.may_reach(share, theirs));
            CHECK(mine.may_reach(share / 2, theirs));
        }
    const shingles mine(folded_text("The council ought to listen to its own people."));
    CHECK_FALSE(mine.may_reach(0.8, shingles(folded_text("Nobody asked for another motorway."))));
}

TEST_CASE("similarity: long texts are compared as short ones are", "[moderation][similarity]")
{
    const auto text_from = [](std::uint32_t number) {
        std::string text;
        for (int i = 0; i < 6'000; ++i) {
            number = number * 1'664'525 + 1'013'904'223;
            text += static_cast<char>('a' + (number >> 28));
        }
        return text;
    };
    const shingles mine{folded_text(text_from(1))};
    const shingles theirs{folded_text(text_from(2))};
    const std::set<std::uint64_t> left(mine.groups().begin(), mine.groups().end());
    std::set<std::uint64_t> all = left;
    all.insert(theirs.groups().begin(), theirs.groups().end());
    std::set<std::uint64_t> right(theirs.groups().begin(), theirs.groups().end());
    const auto common = left.size() + right.size() - all.size();
    CHECK(common > 100);
    CHECK(
        mine.similarity_to(theirs) ==
        Approx(static_cast<double>(common) / static_cast<double>(all.size())));
}
