#include "moderation/text/term.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("term: a doubled letter gives two spellings", "[moderation][term]")
{
    const auto made = term::make("Boss", false, false);

    REQUIRE(made.has_value());
    REQUIRE(made->spellings().size() == 2);
    CHECK(made->spellings()[0].text == "bos");
    CHECK(made->spellings()[0].repeats == std::vector<std::uint32_t>{1, 1, 2});
    CHECK(made->spellings()[1].text == "boss");
    CHECK(term::make("word", false, false)->spellings().size() == 1);
}

TEST_CASE("term: a phrase knows its gaps", "[moderation][term]")
{
    const auto made = term::make("go on", false, false);

    REQUIRE(made.has_value());
    CHECK(made->spellings()[0].gap_before == std::vector<bool>{false, false, true, false});
}

TEST_CASE("term: what is no run of letters is none", "[moderation][term]")
{
    for (const auto* text : {"1488", "c++", "a", "aaa", "#tag", "x.y", "4u"}) {
        CAPTURE(text);
        CHECK_FALSE(term::make(text, false, false).has_value());
    }
    CHECK(term::make("don't", false, false).has_value());
    CHECK(term::make("f-word", false, false).has_value());
}
