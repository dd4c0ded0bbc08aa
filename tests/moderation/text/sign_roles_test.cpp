#include "moderation/text/sign_roles.hpp"

#include "moderation/text/normalize.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

namespace {

/// The letters that a text is read as, with a point for each unit that is none.
std::string read_as(std::string_view original)
{
    const folded_text text(original);
    std::string letters;
    for (const auto& unit : text.units())
        letters += unit.skeleton != 0 ? static_cast<char>(unit.skeleton) : '.';
    return letters;
}

}  // namespace

TEST_CASE("sign roles: a mark is a letter within a word", "[moderation][sign_roles]")
{
    CHECK(read_as("sh!p") == "ship");
    CHECK(read_as("sh!!p") == "shiip");
    CHECK(read_as("rusk!") == "rusk.");
    CHECK(read_as("rusk!!!") == "rusk...");
    CHECK(read_as("rusk!?") == "rusk..");
    CHECK(read_as("this!Then") == "this.then");
    CHECK(read_as("s h ! p") == "s.h.i.p");
}

TEST_CASE("sign roles: a bracket alone within a word is a letter", "[moderation][sign_roles]")
{
    CHECK(read_as("bla(k") == "black");
    CHECK(read_as("(at") == "cat");
    CHECK(read_as("(at, we say)") == ".at..we.say.");
    CHECK(read_as("hand(s)") == "hand.s.");
    CHECK(read_as(":(at") == "..at");
    CHECK(read_as("<b>at</b>") == ".b.at..b.");
    CHECK(read_as("bla(k (so)") == "black..so.");
    CHECK(read_as("I <3 it") == "i..e.it");
}

TEST_CASE("sign roles: tags begin with a sign", "[moderation][sign_roles]")
{
    CHECK(read_as("#ate") == ".ate");
    CHECK(read_as("s#ip") == "ship");
    CHECK(read_as("2 +one") == "...one");
}

TEST_CASE("sign roles: entities are no letters", "[moderation][sign_roles]")
{
    CHECK(read_as("don&#39;t") == "don.....t");
    CHECK(read_as("a &amp; b") == "a.......b");
    CHECK(read_as("R&B; b") == "r.b..b");
    CHECK(read_as("a & b") == "a...b");
}
