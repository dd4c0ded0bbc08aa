#include "moderation/filters/language_filter.hpp"

#include "moderation/rule_set_error.hpp"
#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;
using rejoinder::tests::details;
using rejoinder::tests::inspect;

namespace {

constexpr const char* english =
    "I have read the whole article twice and I still do not understand who is going to pay for it.";
constexpr const char* german =
    "Ich habe den ganzen Artikel zweimal gelesen und verstehe immer noch nicht, wer das bezahlen "
    "soll.";
constexpr const char* russian =
    "Я дважды прочитал всю статью и до сих пор не понимаю, кто будет за это платить.";
constexpr const char* danish = "Jeg har læst hele artiklen to gange, og jeg forstår stadig ikke, "
                               "hvem der skal betale for det.";
constexpr const char* japanese = "この記事を二回読みましたが、誰がその費用を払うのかまだ分かりませ"
                                 "ん。もう少し詳しく説明してもらえると"
                                 "読者としてはとても助かると思います。よろしくお願いします。";

// In traditional characters.
constexpr const char* chinese =
    "這篇文章我讀了兩遍，還是不明白到底誰要為這件事情買單。希望記者能夠再詳細說明一下，"
    "因為我們這些讀者對於這個問題都非常關心，謝謝各位的努力與報導，期待後續的消息。";
constexpr const char* hebrew =
    "קראתי את כל הכתבה פעמיים ואני עדיין לא מבין מי הולך לשלם על זה ומתי זה יקרה בסופו של דבר";

std::vector<std::string> languages_of(
    std::string_view text,
    const std::vector<std::string>& accepted)
{
    return details(inspect(language_filter({.accepted = accepted}), text));
}

}  // namespace

TEST_CASE("language filter: what is in no accepted language", "[moderation][language_filter]")
{
    struct row {
        const char* text;
        std::vector<std::string> accepted;
        std::vector<std::string> found;
    };
    static const row rows[] = {
        {english, {"en"}, {}},
        {german, {"en"}, {"de"}},
        {german, {"en", "de"}, {}},
        {german, {"DE"}, {}},
        {russian, {"en"}, {"ru"}},
        {japanese, {"en"}, {"ja"}},
        {japanese, {"ja"}, {}},
        {danish, {"en"}, {"da"}},
        {danish, {"no"}, {}},  // readers of one read the other, and CLD2 mistakes them
        {danish, {"nb"}, {}},
        {chinese, {"zh"}, {}},
        {chinese, {"en"}, {"zh-Hant"}},
        {hebrew, {"en"}, {"he"}},
        {hebrew, {"he"}, {}},
        {russian, {}, {}},  // any will do
    };
    for (const auto& [text, accepted, found] : rows) {
        CAPTURE(text, accepted);
        CHECK(languages_of(text, accepted) == found);
    }
}

TEST_CASE("language filter: what is not certain is no finding", "[moderation][language_filter]")
{
    for (const std::string& text : {
             std::string("Ganz genau!"),
             std::string("C'est la vie, mon ami"),
             std::string("Danke, und schönes Wochenende allen hier"),
             std::string(100, 'x'),
             std::string("hahahahahahahahahahahahahahahahahahahahahahahahahahahahahahahahahahaha"),
             std::string("https://beispiel.example/ich-habe-den-ganzen-artikel-zweimal-gelesen-und-"
                         "verstehe-immer-noch-nicht-wer-das-bezahlen-soll see there"),
             std::string("👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍 !!!!!!!!!!"),
             std::string(english) + " As they say: " + german,  // a quotation
             std::string(),
         }) {
        CAPTURE(text);
        CHECK(languages_of(text, {"en"}).empty());
    }
}

TEST_CASE(
    "language filter: how long a text must be is the rule set's",
    "[moderation][language_filter]")
{
    const std::string text = "Ich verstehe das überhaupt nicht mehr, wirklich nicht.";

    CHECK(languages_of(text, {"en"}).empty());
    CHECK(
        details(inspect(language_filter({.accepted = {"en"}, .letters_min = 20}), text)) ==
        std::vector<std::string>{"de"});
}

TEST_CASE("language filter: bytes that are no text do no harm", "[moderation][language_filter]")
{
    const std::string broken =
        std::string(german) + "\xFF\xC3" + std::string(1, '\0') + "\xEF\xBF\xBE";
    CHECK(languages_of(broken, {"en"}) == std::vector<std::string>{"de"});
}

TEST_CASE("language filter: a code that nobody knows is refused", "[moderation][language_filter]")
{
    for (const auto* code : {"xx", "xxx", "", "English", "ENGLISH", "de-AT"}) {
        CAPTURE(code);
        CHECK_THROWS_AS(language_filter({.accepted = {code}}), rule_set_error);
    }
}
