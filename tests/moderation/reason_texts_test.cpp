#include "moderation/reason_texts.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("reason texts: every reason has one sentence of its own for authors", "[moderation]")
{
    for (std::size_t i = 0; i < reason_count; ++i) {
        const auto text = text_for_author(static_cast<reason>(i));
        CAPTURE(to_string(static_cast<reason>(i)), text);
        CHECK(text.size() > 10);
        CHECK(text.ends_with('.'));
        CHECK(text != text_for_author(static_cast<reason>(reason_count)));
        CHECK(text.find('_') == std::string_view::npos);
    }
}
