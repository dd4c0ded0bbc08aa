#include "moderation/text/pattern_set.hpp"

#include "moderation/rule_set_error.hpp"
#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

using namespace rejoinder::moderation;
using rejoinder::tests::entries_of;

namespace {

/// The longest part of the text that an entry of the list is found in; empty for none.
std::string found_in(std::string_view list, std::string_view text)
{
    const auto entries = entries_of(list);
    const pattern_source source{"list", entries};
    const pattern_set patterns({&source, 1});
    std::vector<pattern_hit> hits;
    patterns.find(folded_text(text), text, hits);
    if (hits.empty())
        return {};
    const auto longest =
        std::max_element(hits.begin(), hits.end(), [](const auto& a, const auto& b) {
            return a.length() < b.length();
        });
    return std::string(text.substr(longest->span.begin, longest->length()));
}

struct row {
    const char* list;
    const char* text;
    const char* expected;
};

template <std::size_t N>
void check(const row (&rows)[N])
{
    for (const auto& [list, text, expected] : rows) {
        CAPTURE(list, text);
        CHECK(found_in(list, text) == expected);
    }
}

}  // namespace

TEST_CASE("patterns: whole words, prefixes, suffixes and insides", "[moderation][pattern_set]")
{
    static const row rows[] = {
        {"wretch", "a wretch!", "wretch"},
        {"wretch", "a wretched thing", ""},
        {"wretch", "Erzwretch", ""},
        {"wretch", "wretch", "wretch"},
        {"wretch", "(wretch)", "wretch"},
        {"wretch", "wretch's", "wretch"},
        {"wretch", "wretch_99", "wretch"},
        {"wretch", "wretch99", "wretch"},
        {"wretch*", "a wretched thing", "wretch"},
        {"wretch*", "archwretch", ""},
        {"*wretch", "archwretch", "wretch"},
        {"*wretch*", "archwretched", "wretch"},
        {"two words", "two words", "two words"},
        {"two words", "two,  words", "two,  words"},
        {"two words", "twowords", "twowords"},
        {"two words", "two\nwords", "two\nwords"},
        {"two words", "two other words", ""},
        {"well-known", "well known", "well known"},
    };
    check(rows);
}

TEST_CASE("patterns: case, accents and other ways to write the same", "[moderation][pattern_set]")
{
    static const row rows[] = {
        {"scheiße", "SCHEISSE", "SCHEISSE"},
        {"café", "cafe\u0301", "cafe\u0301"},
        {"idiot", "İDİOT", "İDİOT"},
        {"сука", "Сука!", "Сука"},
        {"сука", "сyка", "сyка"},  // a Latin y in a Cyrillic word
        {"μαλάκας", "ΜΑΛΑΚΑΣ", "ΜΑΛΑΚΑΣ"},
        {"馬鹿", "この馬鹿者", "馬鹿"},  // no blanks around it
        {"ควาย", "ไอ้ควายโง่", "ควาย"},
        {"개새끼", "이 개새끼!", "개새끼"},
    };
    check(rows);
}

TEST_CASE("patterns: disguises", "[moderation][pattern_set]")
{
    static const row rows[] = {
        {"wretch", "wr3tch", "wr3tch"},
        {"scoundrel", "$c0undr3l", "$c0undr3l"},
        {"villain", "v1lla!n", "v1lla!n"},
        {"villain", "vi11ain", "vi11ain"},
        {"shill", "shi||", "shi||"},
        {"wretch", "wwwreeetch", "wwwreeetch"},
        {"wretch", "w r e t c h", "w r e t c h"},
        {"wretch", "w.r.e.t.c.h", "w.r.e.t.c.h"},
        {"wretch", "w-r_e.t/c*h", "w-r_e.t/c*h"},
        {"wretch", "w#r#e#t#c#h", "w#r#e#t#c#h"},
        {"wretch", "wret ch", "wret ch"},
        {"wretch", "w\u200Bretch", "w\u200Bretch"},
        {"wretch", "wrеtсh", "wrеtсh"},  // Cyrillic е, с
        {"wretch", "ｗｒｅｔｃｈ", "ｗｒｅｔｃｈ"},
        {"wretch", "🅆🅁🄴🅃🄲🄷", "🅆🅁🄴🅃🄲🄷"},
        {"wretch", "wr*tch", "wr*tch"},
        {"wretch", "w****h", "w****h"},
        {"wretch", "wr****", "wr****"},
        {"*wretch*", "archwr*tched", "wr*tch"},
        {"ass", "a$$", "a$$"},
        {"ass", "@$$", "@$$"},
        {"ass", "asssss", "asssss"},
        {"ass", "a55", "a55"},
        {"ass", "a s s", "a s s"},
        {"ass", "as s", "as s"},
        {"buck", "bvck", "bvck"},
        {"dick", "dlck", "dlck"},
        {"fuck", "fцck", "fцck"},
        {"fuck", "fuсκ", "fuсκ"},
        {"fuck", "fu(k", "fu(k"},
        {"cock", "c.0.c.k", "c.0.c.k"},
        {"wretch", "wr#tch", "wr#tch"},
        {"wretch", "wr-tch", "wr-tch"},
        {"wretch", "wr_tch", "wr_tch"},
        {"wretch", "wre#ch", "wre#ch"},
        {"wretch", "w**tch", "w**tch"},
        {"wretch", "wwretch", "wwretch"},
        {"bollocks", "bolocks", "bolocks"},
        {"buck", "bucck", "bucck"},
        {"phantom", "fantom", "fantom"},
        {"buck*", "buking", ""},
        {"buck*", "buqing", "buqing"},
        {"twats", "twatz", "twatz"},
        {"wretch", "YouWretchYou", "Wretch"},
        {"wretch", "you-wretch-you", "wretch"},
        {"wretch", "\\/\\/retch", "\\/\\/retch"},
        {"book", "b()()|<", "b()()|<"},
        {"cat", "a ʇɐɔ", "ʇɐɔ"},
        {"wretch", "ʍɹǝʇɔɥ", "ʍɹǝʇɔɥ"},
        {"wretch", "𝔀𝓻𝓮𝓽𝓬𝓱", "𝔀𝓻𝓮𝓽𝓬𝓱"},
        {"wretch", "ⓦⓡⓔⓣⓒⓗ", "ⓦⓡⓔⓣⓒⓗ"},
        {"wretch", "🇼 🇷 🇪 🇹 🇨 🇭", "🇼 🇷 🇪 🇹 🇨 🇭"},
        {"wretch", "w̸r̸e̸t̸c̸h̸", "w̸r̸e̸t̸c̸h̸"},
    };
    check(rows);
}

TEST_CASE("patterns: what only looks like a disguise", "[moderation][pattern_set]")
{
    static const row rows[] = {
        {"ass", "as soon as possible", ""},
        {"ass", "as", ""},
        {"ass", "class", ""},
        {"ass", "b@ss", ""},
        {"ass", "on the A55 to Bangor", ""},
        {"ass", "$55", ""},
        {"ass", "455", ""},
        {"butt", "but", ""},
        {"rape", "rapper", ""},
        {"to", "too", ""},
        {"asses", "assess", ""},
        {"shit", "it's hit and miss", ""},
        {"shit", "has hit the road", ""},
        {"shit", "a $5 hit", ""},
        {"shit", "5 hits", ""},
        {"shit", "push it", ""},
        {"penis", "the pen is mightier", ""},
        {"together", "to get her", ""},
        {"anus", "give us an us", ""},
        {"nigger", "Niger and Nigeria", ""},
        {"cum", "c*m", ""},
        {"wretch", "w*****", ""},
        {"wretch", "5*6*7", ""},
        {"wretch", "w1e2t3c4h", ""},
        {"wretch", "w. A long sentence. r e t c h", ""},
        {"rape", "GRapeseed", ""},
        {"nigger", "Nigers", ""},
        {"hood", "well-hod, R&B and T-shirts", ""},
        {"shit", "Mr.Sht", ""},
        {"cock", "Robert Koch", ""},
        {"fuck*", "Phuket", ""},
        {"dick*", "dicing", ""},
        {"piss", "tant pis", ""},
        {"clit", "(lit up)", ""},
        {"cum", "(um, what?)", ""},
        {"cunt", "a(unt)", ""},
        {"ruski", "a rusk!", ""},
        {"pusi", "the pus!", ""},
        {"sicko", "so *sick* of it", ""},
        {"whitey", "_white_ *white* **white**", ""},
        {"boner", "*to the bone*", ""},
        {"dong", "don&#39;t", ""},
        {"ass", "As's", ""},
        {"off yourself", "speak of yourself", ""},
        {"homos", "H.M.S. Bounty", ""},
        {"arsed", "it arced", ""},
        {"lezz", "no less", ""},
        {"*bitch*", "a bit Chinese", ""},
    };
    check(rows);
}

TEST_CASE(
    "patterns: entries with digits and signs are taken as they are written",
    "[moderation][pattern_set]")
{
    static const row rows[] = {
        {"1488", "since 1488!", "1488"},
        {"1488", "14880", ""},
        {"c++", "I like C++ a lot", "C++"},
        {"\\#metoo", "#MeToo", "#MeToo"},
        {"18+", "only 18+.", "18+"},
        {"trash.example", "mail.trash.example", "trash.example"},
        {"x", "x y", "x"},
        {"x", "xy", ""},
    };
    check(rows);
}

TEST_CASE("patterns: regular expressions see the folded text", "[moderation][pattern_set]")
{
    static const row rows[] = {
        {"/colou?rs?/", "The COLOURS of it", "COLOURS"},
        {"/\\bearn .{0,10}\\$\\d+/", "You can Éarn up to $500 a day", "Éarn up to $500"},
        {"/сук[аи]/", "суки", "суки"},
        {"/x+/", "no", ""},
    };
    check(rows);
}

TEST_CASE("patterns: as written", "[moderation][pattern_set]")
{
    static const row rows[] = {
        {"=Polish", "a Polish plumber", "Polish"},
        {"=Polish", "to polish the car", ""},
        {"=Polish", "POLISH", ""},
        {"=Polish", "Pol\u200Bish", ""},
        {"=Polish", "P o l i s h", ""},
        {"=Café", "the Cafe", ""},
        {"=Café", "the Café", "Café"},
        {"~wretch", "archwretched", "wretch"},
        {"\\~wretch", "archwretched", ""},
        {"\\=x", "y =x z", "=x"},
    };
    check(rows);
}

TEST_CASE("patterns: exceptions", "[moderation][pattern_set]")
{
    static const row rows[] = {
        {"*cunt*\n!scunthorpe", "I am from Scunthorpe", ""},
        {"*cunt*\n!scunthorpe", "Scunthorpe cunt", "cunt"},
        {"*cunt*\n!scunthorpe*", "the Scunthorpers", ""},
        {"*rated*\n!aspirat*", "aspirated", ""},
        {"*rate*\n!*grate*", "disintegrated", ""},
        {"pen is*\n!pen is mighty", "The pen is mighty.", ""},
        {"dick\n!moby dick", "Moby-Dick", "Dick"},
        {"dick\n!moby dick", "Moby  Dick by Melville", ""},
        {"/dick/\n!moby dick", "moby dick", ""},
    };
    check(rows);
}

TEST_CASE("patterns: an exception counts in its own list only", "[moderation][pattern_set]")
{
    const auto first = entries_of("dick\n!moby dick\n");
    const auto second = entries_of("moby\n");
    const pattern_source sources[] = {{"first", first}, {"second", second}};
    const pattern_set patterns(sources);
    std::vector<pattern_hit> hits;

    patterns.find(folded_text("moby dick"), "moby dick", hits);

    REQUIRE(hits.size() == 1);
    CHECK(hits[0].list == 1);
    CHECK(hits[0].entry->text == "moby");
}

TEST_CASE("patterns: ten thousand entries", "[moderation][pattern_set]")
{
    std::string list;
    for (int i = 0; i < 10'000; ++i) {
        list += "term";
        for (int rest = i; rest > 0; rest /= 26)
            list += static_cast<char>('a' + rest % 26);
        list += "q\n";
    }

    CHECK(found_in(list, "one termabq two") == "termabq");
    CHECK(found_in(list, "nothing of it") == "");
}

TEST_CASE("patterns: what cannot be used is refused by name", "[moderation][pattern_set]")
{
    const auto refusal_of = [](std::string_view list) {
        const auto entries = entries_of(list);
        const pattern_source source{"my.txt", entries};
        try {
            const pattern_set patterns({&source, 1});
        } catch (const rule_set_error& error) {
            return std::string(error.what());
        }
        return std::string();
    };

    CHECK(refusal_of("a\n/a(/") == "my.txt:2: entry \"a(\": missing ): a(");
    CHECK(refusal_of("/a*/").find("matches the empty text") != std::string::npos);
    CHECK(refusal_of("\u200B\u200C").find("nothing visible") != std::string::npos);
    CHECK(refusal_of("fine") == "");
}

TEST_CASE("patterns: signs far from each other are all looked at", "[moderation][pattern_set]")
{
    const auto entries = entries_of("badword");
    const pattern_source source{"list", entries};
    const pattern_set patterns({&source, 1});
    const std::string gap(200, 'x');
    for (const std::string word : {"b@dword", "badw0rd", "b4dw0rd", "b*dword"}) {
        CAPTURE(word);
        const std::string text =
            word + " " + gap + "! " + word + ", " + gap + " 1 " + gap + " " + word;
        std::vector<pattern_hit> hits;
        patterns.find(folded_text(text), text, hits);
        std::set<std::size_t> places;
        for (const auto& hit : hits) {
            CHECK(text.substr(hit.span.begin, hit.length()) == word);
            places.insert(hit.span.begin);
        }
        CHECK(places.size() == 3);
    }
}
