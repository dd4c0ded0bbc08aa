#include "moderation/text/direction_controls.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("direction: what is opened and closed in order is innocent", "[moderation][direction]")
{
    for (const auto* text : {
             "",
             "an ordinary text",
             "\u2067שלום\u2069 is Hebrew",
             "\u2068a \u2067b\u2069 c\u2069",
             "call \u202A+49 30 1234\u202C today",
             "\u2068\u202Bשלום\u202C\u2069",
             "\u200Eשלום\u200F!",
             "“quotes” — and dashes… €",
         }) {
        CAPTURE(text);
        CHECK_FALSE(find_direction_abuse(text).has_value());
    }
}

TEST_CASE("direction: overrides and what is out of order are found", "[moderation][direction]")
{
    struct row {
        const char* text;
        text_span span;
    };
    static constexpr row rows[] = {
        {"report \u202Efdp.exe", {7, 10}},
        {"\u202Dabc\u202C", {0, 3}},
        {"\u202Bleft open", {0, 3}},
        {"a \u2067 hidden \u2066 more", {2, 5}},
        {"a\u202C stray", {1, 4}},
        {"a\u2069 stray", {1, 4}},
        {"\u2067\u202Bcrossed\u2069\u202C", {13, 16}},
    };
    for (const auto& [text, span] : rows) {
        CAPTURE(text);
        const auto found = find_direction_abuse(text);
        REQUIRE(found.has_value());
        CHECK(found->begin == span.begin);
        CHECK(found->end == span.end);
    }
}
