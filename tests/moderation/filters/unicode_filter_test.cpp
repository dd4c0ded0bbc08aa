#include "moderation/filters/unicode_filter.hpp"

#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;
using rejoinder::tests::comment_of;
using rejoinder::tests::details;
using rejoinder::tests::inspect;
using rejoinder::tests::marked;

namespace {

std::string with_marks(std::string text, const char* mark, int count)
{
    for (int i = 0; i < count; ++i)
        text += mark;
    return text;
}

}  // namespace

TEST_CASE("unicode filter: honest writing in many scripts", "[moderation][unicode_filter]")
{
    for (const auto* text : {
             "Good day to everybody",
             "Tie\u0302\u0301ng Vie\u0323\u0302t, Tiếng Việt",  // decomposed and composed
             "ที่นี่น้ำดื่ม กตัญญู ผู้ใหญ่",
             "क्षत्रिय ज़्यादा हिन्दी में र्ँ",
             "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים",
             "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ",
             "བརྒྱུད་ སྒྲུབས་",
             "မြန်မာ မြွှေ့",
             "e\u0302\u0304\u0301\u0330 as linguists write",
             "👨‍👩‍👧 🇩🇪 👍🏽 1️⃣ ❤️",
             "ヽ༼ຈل͜ຈ༽ﾉ",
             "𝐛𝐨𝐥𝐝 ｗｉｄｅ",
             "one\u2028two",
         }) {
        CAPTURE(text);
        CHECK(inspect(unicode_filter({}), text).empty());
    }
}

TEST_CASE(
    "unicode filter: stacked marks are found with their letter",
    "[moderation][unicode_filter]")
{
    struct row {
        const char* letter;
        const char* mark;
        int least;
    };
    static constexpr row rows[] = {
        {"Z", "\u0337", 5},
        {"ก", "\u0E47", 9},
        {"ب", "\u0651", 5},
        {"", "\u0301", 5},  // no letter at all
    };
    for (const auto& [letter, mark, least] : rows) {
        CAPTURE(letter, mark);
        CHECK(inspect(unicode_filter({}), with_marks(letter, mark, least - 1)).empty());

        const auto text = with_marks(letter, mark, least);
        const auto found = inspect(unicode_filter({}), text + " end");
        REQUIRE(details(found) == std::vector<std::string>{"marks"});
        CHECK(found[0].reason == reason::unicode_abuse);
        CHECK(marked(found, text) == std::vector<std::string>{text});
    }
}

TEST_CASE("unicode filter: one finding of each kind in each field", "[moderation][unicode_filter]")
{
    const auto text = with_marks("a", "\u0301", 9) + " " + with_marks("b", "\u0301", 9) +
                      " \u202Ex \u202Ey f\u200Buck \u3164";
    auto comment = comment_of(text);
    comment.name = "Ad\u200Ba";

    const auto found = inspect(unicode_filter({}), comment);

    CHECK(details(found) == std::vector<std::string>{"hidden", "marks", "direction", "hidden"});
    REQUIRE(found.size() == 4);
    CHECK(found[0].field == comment_field::name);
    CHECK(found[0].span == text_span{2, 5});
    CHECK(found[1].field == comment_field::text);
}

TEST_CASE("unicode filter: the limits are the rule set's", "[moderation][unicode_filter]")
{
    const unicode_filter strict({.marks_max = 1, .invisible_run_max = 1});

    CHECK(inspect(strict, "e\u0302 \u200B").empty());
    CHECK(details(inspect(strict, "e\u0302\u0301")) == std::vector<std::string>{"marks"});
    CHECK(details(inspect(strict, "a \u200B\u200B")) == std::vector<std::string>{"hidden"});
}
