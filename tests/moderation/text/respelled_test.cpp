#include "moderation/text/respelled.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("respelled: letters in place of what is drawn for them", "[moderation][respelled]")
{
    const auto [text, plain] = GENERATE(table<std::string, std::string>({
        {"boo|<", "book"},
        {"b()()k", "book"},
        {"\\/\\/ord", "word"},
        {"vvord", "word"},
        {"|-|at", "hat"},
        {"a () b", "a () b"},
        {"ʇɐɔ", "cat"},
        {"a ƃop ɐ", "a dog a"},
        {"so long", "so long"},
        {"(so)", "(so)"},
    }));
    CAPTURE(text);
    const auto made = respelled(text);
    CHECK((made.is_rewritten() ? made.text() : text) == plain);
}

TEST_CASE("respelled: leads back to the original", "[moderation][respelled]")
{
    const auto made = respelled("a ƃop b");

    REQUIRE(made.text() == "a dog b");
    CHECK(made.original_span(2, 5) == text_span{2, 6});
}
