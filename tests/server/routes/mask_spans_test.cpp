#include "server/routes/mask_spans.hpp"

#include "tests/support/catch.hpp"

#include <vector>

using namespace rejoinder::routes;

namespace {

std::string mask(const char* text, const std::vector<text_span>& spans)
{
    return mask_spans(text, spans).value_or("refused");
}

}  // namespace

TEST_CASE("mask spans: places are counted in code points", "[routes]")
{
    CHECK(mask("Call 555 1234 now", {{5, 13}}) == "Call \u2588\u2588\u2588 now");
    CHECK(
        mask("Gr\u00FC\u00DFe, \U0001F600 du", {{7, 8}}) ==
        "Gr\u00FC\u00DFe, \u2588\u2588\u2588 du");
    CHECK(mask("all", {{0, 3}}) == "\u2588\u2588\u2588");
}

TEST_CASE("mask spans: spans that touch or overlap become one", "[routes]")
{
    CHECK(mask("abcdef", {{3, 5}, {1, 3}, {2, 4}}) == "a\u2588\u2588\u2588f");
    CHECK(mask("abcdef", {{0, 1}, {5, 6}}) == "\u2588\u2588\u2588bcde\u2588\u2588\u2588");
}

TEST_CASE("mask spans: a span that does not fit the text is refused", "[routes]")
{
    CHECK(mask("abc", {{1, 1}}) == "refused");
    CHECK(mask("abc", {{2, 1}}) == "refused");
    CHECK(mask("abc", {{0, 4}}) == "refused");
    CHECK(mask("\xFF", {{0, 1}}) == "refused");
}
