#include "moderation/filters/length_filter.hpp"

#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;
using rejoinder::tests::inspect;

TEST_CASE("length filter: counts visible code points", "[moderation][length_filter]")
{
    struct row {
        std::string text;
        std::optional<reason> expected;
    };
    static const row rows[] = {
        {"", reason::empty_text},
        {" \t\n", reason::empty_text},
        {"\u200B\u2060\uFEFF", reason::empty_text},
        {"ab", reason::too_short},
        {"  ab  ", reason::too_short},
        {"ä\u0308\u0308\u0308ö", reason::too_short},
        {"abc", std::nullopt},
        {"äöü", std::nullopt},
        {"0123456789", std::nullopt},
        {"0123456789a", reason::too_long},
        {"ÄÖÜäöüßéèê", reason::too_long},  // the sharp s is folded to two letters
        {"日本語日本語日本語日", std::nullopt},
    };
    const length_filter filter({.text_min = 3, .text_max = 10});
    for (const auto& [text, expected] : rows) {
        CAPTURE(text);
        const auto found = inspect(filter, text);
        CHECK(found.empty() == !expected.has_value());
        if (expected && !found.empty())
            CHECK(found[0].reason == *expected);
    }
}
