#include "moderation/text/normalize.hpp"

#include "moderation/text/fold_table.hpp"
#include "moderation/text/sign_roles.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("folding: what the same word looks like", "[moderation][normalize]")
{
    struct row {
        const char* original;
        const char* folded;
    };
    static const row rows[] = {
        {"", ""},
        {"Plain Text", "plain text"},
        {"SCHEISSE scheiße", "scheisse scheisse"},
        {"café cafe\u0301", "cafe cafe"},
        {"ｂａｄ", "bad"},                                     // full width
        {"𝐛𝐚𝐝 𝔟𝔞𝔡 ⓑⓐⓓ", "bad bad bad"},                        // mathematical, circled
        {"b\u200Ba\u200Dd\u2060w\uFEFFo\u00ADrd", "badword"},  // zero width, soft hyphen
        {"b\uFE00a\uFE01d", "bad"},                            // variation selectors
        {"\u202Ebad\u202C \u2067x\u2069", "bad x"},            // bidi controls
        {"ok\U000E0042\U000E0041", "ok"},                      // tag characters
        {"Z\u0337\u0322\u030d\u0312a\u0489", "za"},            // stacked marks
        {"f\u0900u\u0900ck", "fuck"},                          // marks of a foreign script
        {"one \t\n\u00A0\u3000two", "one two"},
        {"łódź Ørsted æther ıI", "lodz orsted aether ii"},
        {"ﬁne ½ №", "fine 1⁄2 no"},
        {"١٢٣ ４２", "123 42"},
        {"\u2019", "\u2019"},
        {"🄰🅐🅰", "aaa"},
        {"日本語 ひらがな", "日本語 ひらがな"},
        {"か\u3099 \u1112\u1161\u11AB", "が 한"},  // decomposed
        {"สวัสดี", "สวัสดี"},
        {"हिन्दी", "हिन्दी"},
        {"שָׁלוֹם", "שלום"},
    };
    for (const auto& [original, folded] : rows) {
        CAPTURE(original);
        CHECK(folded_text(original).text() == folded);
    }
}

TEST_CASE(
    "folding: letters that only look Latin are replaced in mixed words only",
    "[moderation][normalize]")
{
    CHECK(folded_text("bаdwоrd").text() == "badword");  // Cyrillic а, о
    CHECK(folded_text("НELLO").text() == "hello");      // Cyrillic Н looks like H as a capital
    CHECK(folded_text("рor").text() == "por");          // Cyrillic р
    CHECK(folded_text("сука").text() == "сука");        // all Cyrillic stays what it is
    CHECK(folded_text("НЕТ нет").text() == "нет нет");
    CHECK(folded_text("αβγ").text() == "αβγ");
}

TEST_CASE("folding: each unit leads back to the original bytes", "[moderation][normalize]")
{
    const std::string original = "Ein Stra\u00DFen\u200Bkäse";
    const folded_text folded(original);
    REQUIRE(folded.text() == "ein strassenkase");

    const auto span_of = [&](std::string_view part) {
        const auto begin = folded.text().find(part);
        const auto span =
            folded.original_span(folded.unit_at(begin), folded.unit_at(begin + part.size() - 1));
        return original.substr(span.begin, span.end - span.begin);
    };
    CHECK(span_of("ein") == "Ein");
    CHECK(span_of("strassen") == "Stra\u00DFen\u200B");
    CHECK(span_of("kase") == "käse");
    CHECK(span_of("ss") == "\u00DF");
    CHECK(folded.unit_at(folded.text().size()) == folded.units().size());
}

TEST_CASE("folding: bytes that are no UTF-8 do no harm", "[moderation][normalize]")
{
    const folded_text folded(std::string_view("a\xFF\xC3z\0b", 6));

    CHECK(folded.text() == "a\uFFFD\uFFFDzb");
}

TEST_CASE("folding: an object can be used again", "[moderation][normalize]")
{
    folded_text folded("Нello 1");
    folded.assign("Other");

    CHECK(folded.text() == "other");
    CHECK_FALSE(folded.has_signs());
}

TEST_CASE("folding: signs that may be letters are noticed", "[moderation][normalize]")
{
    CHECK(folded_text("sh1t").has_signs());
    CHECK(folded_text("great!").has_signs());
    CHECK_FALSE(folded_text("great.").has_signs());
}

namespace {

/// Folds ASCII by the table alone, one character after the other.
std::vector<text_unit> folded_slowly(std::string_view ascii)
{
    std::vector<text_unit> units;
    for (std::uint32_t at = 0; at < ascii.size(); ++at) {
        const auto made = fold_table::instance()[static_cast<unsigned char>(ascii[at])];
        const bool blank = made.kind == unit_kind::space && made.folded != 0;
        if (made.folded == 0 || (blank && !units.empty() && units.back().kind == made.kind)) {
            if (!units.empty())
                units.back().end = at + 1;
            continue;
        }
        text_unit unit;
        unit.folded = made.folded;
        unit.skeleton = made.look != 0                   ? made.look
                        : made.kind == unit_kind::letter ? made.folded
                                                         : 0;
        unit.begin = at;
        unit.end = at + 1;
        unit.kind = made.kind;
        unit.ambiguous = made.ambiguous;
        unit.capital = ascii[at] >= 'A' && ascii[at] <= 'Z';
        units.push_back(unit);
    }
    strip_entities(units);
    std::vector<std::uint32_t> others;
    for (std::uint32_t i = 0; i < units.size(); ++i)
        if (units[i].kind != unit_kind::letter && units[i].kind != unit_kind::space)
            others.push_back(i);
    strip_punctuation(units, others);
    return units;
}

void check_same(const text_unit& left, const text_unit& right)
{
    CHECK(left.folded == right.folded);
    CHECK(left.skeleton == right.skeleton);
    CHECK(left.begin == right.begin);
    CHECK(left.end == right.end);
    CHECK(left.kind == right.kind);
    CHECK(left.ambiguous == right.ambiguous);
    CHECK(left.unspaced == right.unspaced);
}

}  // namespace

TEST_CASE("folding: the short way for ASCII changes nothing", "[moderation][normalize]")
{
    std::string every_character;
    for (int first = 0; first < 0x80; ++first)
        for (const int second : {'a', ' ', '\x01', '!'}) {
            every_character += static_cast<char>(first);
            every_character += static_cast<char>(second);
        }
    const std::string texts[] = {
        "",
        " ",
        "\x01",
        "\x01 a",
        "Plain text, with 3 signs: $!",
        " two  blanks \r\n\t and\x7F controls\x01\x02 ",
        "A 'quoted' word - f.u.c.k (sh1t) @ss #a+b|c<d",
        every_character,
    };
    for (const auto& text : texts) {
        CAPTURE(text);
        const folded_text alone(text);
        const auto slowly = folded_slowly(text);
        REQUIRE(alone.units().size() == slowly.size());
        for (std::size_t i = 0; i < slowly.size(); ++i) {
            check_same(alone.units()[i], slowly[i]);
            CHECK(alone.unit_at(i) == i);
        }
        CHECK_THROWS_AS(alone.unit_at(slowly.size() + 1), std::out_of_range);

        // Beside other characters nothing becomes of it that would not become of it alone.
        const folded_text beside(text + "\u3002");
        REQUIRE(beside.units().size() == slowly.size() + 1);
        for (std::size_t i = 0; i < slowly.size(); ++i)
            check_same(beside.units()[i], slowly[i]);
        CHECK(beside.has_signs() == alone.has_signs());
        CHECK(beside.text() == alone.text() + "\u3002");
    }
}

TEST_CASE("normalize: what is neither letter nor blank is listed", "[moderation][normalize]")
{
    using indices = std::vector<std::uint32_t>;
    CHECK(folded_text("It's 5 a.m., \u65E5\u2019!").others() == indices{2, 5, 8, 10, 11, 14, 15});
    CHECK(folded_text("no sign at all").others().empty());
    folded_text again("a.b");
    again.assign("ab");
    CHECK(again.others().empty());
}
