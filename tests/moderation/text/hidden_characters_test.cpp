#include "moderation/text/hidden_characters.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

namespace {

std::string hidden_in(std::string_view text)
{
    const auto span = find_hidden_characters(text, 3);
    return span ? std::string(text.substr(span->begin, span->end - span->begin)) : std::string();
}

}  // namespace

TEST_CASE("hidden characters: what writing needs is innocent", "[moderation][hidden]")
{
    for (const auto* text : {
             "plain ASCII text",
             "Schöne Grüße, señor",
             "❤️ ™️ ℹ️ ☎︎ 1️⃣ #️⃣",
             "👨‍👩‍👧 👩🏽‍🚀 🏳️‍🌈 ❤️‍🔥",
             "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F is Scotland",
             "می\u200Cخواهم کتاب\u200Cها",    // Persian
             "क्\u200Dष और क्\u200Cष",          // Devanagari
             "ന\u0D4D\u200D മലയാളം",          // Malayalam
             "ภาษา\u200Bไทย",                 // Thai, where a line may break
             "葛\U000E0100飾区",              // the form of an ideograph
             "\u1112\u1160\u11AB",            // Hangul of old
             "Donau\u00ADdampf\u00ADschiff",  // hyphens of a page that was quoted
             "enjoy ^_^ \uFEFF",              // what some pages put behind a text
             "https://example.org/\u200Bpath",
             "שלום\u200F (abc\u200E)!",
             "\u2068Ada\u2069s comment",
             "\uFE0F the emoji was lost",
             "sent from my \uF8FF",
             "a\uFFFCb\uFFFDc",
         }) {
        CAPTURE(text);
        CHECK(hidden_in(text).empty());
    }
}

TEST_CASE("hidden characters: what nobody needs is found", "[moderation][hidden]")
{
    struct row {
        const char* text;
        const char* hidden;
    };
    static constexpr row rows[] = {
        {"f\u200Buck", "\u200B"},
        {"b\u200Ca\u200Dd", "\u200C"},
        {"п\u2060ривет", "\u2060"},
        {"wo\uFEFFrd", "\uFEFF"},
        {"1\u200E2", "\u200E"},
        {"wo\u034Frd", "\u034F"},
        {"b\u00ADa\u00ADd", "\u00AD"},
        {"b\uFE00ad", "\uFE00"},
        {"x\U000E0101y", "\U000E0101"},
        {"☎\uFE0F\uFE0E", "\uFE0E"},
        {"ok\U000E0042\U000E0041\U000E0044", "\U000E0042\U000E0041\U000E0044"},
        {"🏴\U000E0067\U000E0062 no end", "\U000E0067\U000E0062"},
        {"an icon \uE001", "\uE001"},
        {"\U000F0000", "\U000F0000"},
        {"a\uFFFEb", "\uFFFE"},
        {"\uFDD0", "\uFDD0"},
        {"a\uFFF9b\uFFFAc\uFFFBd", "\uFFF9"},
        {"\u3164", "\u3164"},
        {"\u206A", "\u206A"},
        {"text \u200B\u200C\u200B\u200C", "\u200B\u200C\u200B\u200C"},
    };
    for (const auto& [text, hidden] : rows) {
        CAPTURE(text);
        CHECK(hidden_in(text) == hidden);
    }
}

TEST_CASE("hidden characters: a text of nothing else is one find", "[moderation][text]")
{
    std::string tags;
    for (int i = 0; i < 10'000; ++i)
        tags += "\U000E0061";

    CHECK(hidden_in(tags) == tags);
}
