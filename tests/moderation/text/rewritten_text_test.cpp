#include "moderation/text/rewritten_text.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("rewritten text: leads back to the original", "[moderation][rewritten_text]")
{
    // "a[dot]b~c" as "a.bc": one part replaced, one dropped.
    rewritten_text text;
    text.keep("a");
    text.replace(5, ".");
    text.keep("b");
    text.replace(1, "");
    text.keep("c");

    CHECK(text.text() == "a.bc");
    CHECK(text.is_rewritten());
    CHECK(text.original_span(0, 4) == text_span{0, 9});
    CHECK(text.original_span(0, 1) == text_span{0, 1});
    CHECK(text.original_span(1, 2) == text_span{1, 6});
    CHECK(text.original_span(2, 3) == text_span{6, 7});
    CHECK(text.original_span(3, 4) == text_span{8, 9});
    CHECK(text.original_span(3, 3) == text_span{8, 8});
}

TEST_CASE("rewritten text: knows what was touched", "[moderation][rewritten_text]")
{
    rewritten_text text;
    text.keep("a");
    text.replace(5, ".");
    text.keep("b");
    text.replace(1, "");
    text.keep("c");

    CHECK(text.is_rewritten(0, 2));
    CHECK(text.is_rewritten(1, 2));
    CHECK_FALSE(text.is_rewritten(0, 1));
    CHECK_FALSE(text.is_rewritten(2, 3));
    CHECK(text.is_rewritten(2, 4));
    CHECK_FALSE(text.is_rewritten(3, 4));

    rewritten_text same;
    same.keep("abc");
    CHECK_FALSE(same.is_rewritten());
    CHECK(same.original_span(1, 3) == text_span{1, 3});
}
