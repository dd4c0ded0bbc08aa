// Ways to disguise a word from a filter, each with several words of the lists that are shipped.

#include "moderation/engine.hpp"
#include "moderation/rule_set.hpp"
#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <iterator>

using namespace rejoinder::moderation;
using rejoinder::tests::comment_of;

namespace {

word_list list_of(const std::string& name, reason why)
{
    std::ifstream file("config/wordlists/" + name);
    REQUIRE(file);
    const std::string content{std::istreambuf_iterator<char>(file), {}};
    word_list list;
    list.name = name;
    list.reason = why;
    list.entries = parse_word_list(content).entries;
    return list;
}

bool is_published(std::string_view text)
{
    static const engine judging = [] {
        rule_set_settings rules;
        rules.words.lists = {
            list_of("banned.en.txt", reason::banned_word),
            list_of("suspect.en.txt", reason::suspect_word),
            list_of("mild.en.txt", reason::mild_word),
        };
        return engine(rules);
    }();
    return judging.judge(comment_of(text)).kind == verdict_kind::publish;
}

}  // namespace

TEST_CASE("shipped disguises: words in other letters", "[moderation][shipped]")
{
    for (const auto* text : {
             "\U0001D41F\U0001D42E\U0001D41C\U0001D424",
             "\U0001D41B\U0001D422\U0001D42D\U0001D41C\U0001D421",
             "\U0001D58B\U0001D59A\U0001D588\U0001D590",
             "\U0001D587\U0001D58E\U0001D599\U0001D588\U0001D58D",
             "\U0001D557\U0001D566\U0001D554\U0001D55C",
             "\U0001D68F\U0001D69E\U0001D68C\U0001D694",
             "\U0001D5BF\U0001D5CE\U0001D5BC\U0001D5C4",
             "\U0001D4EF\U0001D4FE\U0001D4EC\U0001D4F4",
             "\u24D5\u24E4\u24D2\u24DA",
             "\u24D1\u24D8\u24E3\u24D2\u24D7",
             "\uFF46\uFF55\uFF43\uFF4B",
             "\uFF42\uFF49\uFF54\uFF43\uFF48",
             "\u24A1\u24B0\u249E\u24A6",
             "\u249D\u24A4\u24AF\u249E\u24A3",
             "\U0001F135\U0001F144\U0001F132\U0001F13A",
             "\U0001F131\U0001F138\U0001F143\U0001F132\U0001F137",
             "\U0001F175\U0001F184\U0001F172\U0001F17A",
             "\U0001F171\U0001F178\U0001F183\U0001F172\U0001F177",
             "\U0001F1EB\U0001F1FA\U0001F1E8\U0001F1F0",
             "\U0001F1E7\U0001F1EE\U0001F1F9\U0001F1E8\U0001F1ED",
             "\U0001F155\U0001F164\U0001F152\U0001F15A",
             "\U0001F151\U0001F158\U0001F163\U0001F152\U0001F157",
             "\u1E1F\u00FC\u00E7\u0137",
             "\u00E7\u00FC\u00F1\u0163",
             "\u1E05\u00EF\u0163\u00E7\u0125",
             "\u00F1\u00EF\u011F\u011F\u00EA\u0159",
             "\u0192\u03C5\u0441\u03BA",
             "\u03B2\u0456\u0442\u0441\u04BB",
             "\u0166\u0E22\u03C2\u043A",
             "\u0E52\u0E40t\u03C2\u0452",
             "\u5343\u3129\u531A\u049C",
             "\u4E43\u4E28\u3112\u531A\u5344",
             "\u20A3u\u20B5\u20AD",
             "bi\u20AE\u20B5h",
             "\u1DA0\u1D58\u1D9C\u1D4F",
             "\u1D47\u2071\u1D57\u1D9C\u02B0",
             "\uA730\u1D1C\u1D04\u1D0B",
             "\u0299\u026A\u1D1B\u1D04\u029C",
             "\u029E\u0254n\u025F",
             "\u0265\u0254\u0287\u1D09q",
             "f\u0335\u0321\u0301\u0300u\u0335\u0321\u0301\u0300c\u0335\u0321\u0301\u0300k\u0335"
             "\u0321\u0301\u0300",
             "b\u0335\u0321\u0301\u0300i\u0335\u0321\u0301\u0300t\u0335\u0321\u0301\u0300c\u0335"
             "\u0321\u0301\u0300h\u0335\u0321\u0301\u0300",
             "f\u0336u\u0336c\u0336k\u0336",
             "b\u0336i\u0336t\u0336c\u0336h\u0336",
         }) {
        CAPTURE(text);
        CHECK_FALSE(is_published(text));
    }
}

TEST_CASE(
    "shipped disguises: words with digits, signs and other spellings",
    "[moderation][shipped]")
{
    for (const auto* text : {
             "817ch",    "n1663r",    "fu(k",     "(un+",       "b!+(#",        "n!gger",
             "|=|_|(|<", "fvck",      "f*ck",     "c*nt",       "b*tch",        "n*gg*r",
             "n****r",   "*uck",      "ffuucckk", "bbiittcchh", "fffuuuccckkk", "bbbiiitttccchhh",
             "kcuf",     "tnuc",      "hctib",    "reggin",     "fuckz",        "bitchz",
             "fucking",  "fUcK",      "bItCh",    "phuck",      "fuq",          "fxck",
             "fck",      "cnt",       "btch",     "nggr",       "bytch",        "\U0001F595",
             "fuck!!!1", "bitch!!!1", "@fuck",    "@bitch",
         }) {
        CAPTURE(text);
        CHECK_FALSE(is_published(text));
    }
}

TEST_CASE("shipped disguises: words in pieces and in others", "[moderation][shipped]")
{
    for (const auto* text : {
             "f\u200Bu\u200Bc\u200Bk",
             "b\u200Bi\u200Bt\u200Bc\u200Bh",
             "f\u00ADu\u00ADc\u00ADk",
             "b\u00ADi\u00ADt\u00ADc\u00ADh",
             "f\u2060\uFEFFu\u2060\uFEFFc\u2060\uFEFFk",
             "b\u2060\uFEFFi\u2060\uFEFFt\u2060\uFEFFc\u2060\uFEFFh",
             "f\u2003u\u2003c\u2003k",
             "b\u2003i\u2003t\u2003c\u2003h",
             "f\u3164u\u3164c\u3164k",
             "b\u3164i\u3164t\u3164c\u3164h",
             "f\u2800u\u2800c\u2800k",
             "b\u2800i\u2800t\u2800c\u2800h",
             "f\U0001F600u\U0001F600c\U0001F600k",
             "b\U0001F600i\U0001F600t\U0001F600c\U0001F600h",
             "f\U0001F525uck",
             "b\U0001F525itch",
             "f\u2764\uFE0Fu\u2764\uFE0Fc\u2764\uFE0Fk",
             "b\u2764\uFE0Fi\u2764\uFE0Ft\u2764\uFE0Fc\u2764\uFE0Fh",
             "iamgoingtofuckyou",
             "YouFuckHead",
             "YouBitchHead",
             "f u c k",
             "b i t c h",
             "f  u  c  k",
             "b  i  t  c  h",
             "f...u...c...k",
             "b...i...t...c...h",
             "f - u - c - k",
             "b - i - t - c - h",
             "f_.-*u_.-*c_.-*k",
             "b_.-*i_.-*t_.-*c_.-*h",
             "f\nu\nc\nk",
             "b\ni\nt\nc\nh",
             "f/u/c/k",
             "b/i/t/c/h",
             "f,u,c,k",
             "b,i,t,c,h",
             "f|u|c|k",
             "b|i|t|c|h",
             "f_u_c_k",
             "b_i_t_c_h",
             "f*u*c*k",
             "b*i*t*c*h",
             "f#u#c#k",
             "b#i#t#c#h",
             "f'u'c'k",
             "b'i't'c'h",
             "(f)(u)(c)(k)",
             "(b)(i)(t)(c)(h)",
             "[f][u][c][k]",
             "[b][i][t][c][h]",
             "f uck",
             "b itch",
             "fu ck",
             "bi tch",
             "\"fuck\"",
             "\"bitch\"",
             "(fuck)",
             "(bitch)",
             "#fuck",
             "#bitch",
         }) {
        CAPTURE(text);
        CHECK_FALSE(is_published(text));
    }
}

TEST_CASE("shipped disguises: what looks like one and is none", "[moderation][shipped]")
{
    for (const auto* text : {
             "The lamps (lit up) along the quay were lovely to see.",
             "(um, what?) That is not what I read (lunge).",
             "We had rusk! And the wound had pus!",
             "I am *sick* of it, _white_ and *bone* are colours.",
             "I don&#39;t think so &amp; neither does he.",
             "A bit Chinese, a bit chipped.",
             "He aspirated the word; it was aspirational.",
             "He lived among his tools and stools.",
             "No less than a Ponzi scheme, a grand prix, a Shiite cake in all spas.",
             "You should be ashamed of yourself.",
             "H.M.S. Bounty was paid C.O.D. by the S.T.P. company.",
             "It arced over Waco and Pisces, say Moslem clanswomen.",
             "Ky's and Mollie's and As's are names; Bonner's too.",
             "#ate +it <b>it</b> brag(a)t",
         }) {
        CAPTURE(text);
        CHECK(is_published(text));
    }
}
