// The word lists that are shipped in config/, through the whole engine with the default settings.

#include "moderation/engine.hpp"
#include "moderation/rule_set.hpp"
#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <iterator>

using namespace rejoinder::moderation;
using rejoinder::tests::comment_of;

namespace {

std::string content_of(const std::string& path)
{
    std::ifstream file(path);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

word_list shipped_list(const std::string& name, reason why, const std::string& language = {})
{
    const auto parsed = parse_word_list(content_of("config/wordlists/" + name));
    for (const auto& error : parsed.errors)
        FAIL_CHECK(name << ":" << error.line << ": " << error.message);
    CHECK(parsed.entries.size() > 100);
    word_list list;
    list.name = name;
    list.reason = why;
    list.language = language;
    list.entries = parsed.entries;
    return list;
}

const engine& shipped_engine()
{
    static const engine judging = [] {
        rule_set_settings rules;
        rules.words.lists = {
            shipped_list("banned.en.txt", reason::banned_word),
            shipped_list("suspect.en.txt", reason::suspect_word),
            shipped_list("mild.en.txt", reason::mild_word),
            shipped_list("promotion.en.txt", reason::promotion),
        };
        for (const std::string language : {"de", "es", "fr", "it", "nl", "pt"})
            rules.words.lists.push_back(
                shipped_list("suspect." + language + ".txt", reason::suspect_word, language));
        const auto hosts = parse_host_list(content_of("config/blocked_hosts.txt"));
        CHECK(hosts.errors.empty());
        rules.links.blocked_hosts = hosts.hosts;
        const auto shorteners = parse_host_list(content_of("config/link_shorteners.txt"));
        CHECK(shorteners.errors.empty());
        rules.links.shorteners = shorteners.hosts;
        return engine(rules);
    }();
    return judging;
}

std::string verdict_on(std::string_view text)
{
    return std::string(to_string(shipped_engine().judge(comment_of(text)).kind));
}

}  // namespace

TEST_CASE("shipped rules: what honest readers write is published at once", "[moderation][shipped]")
{
    for (const auto* text : {
             "I read this with pleasure, thank you.",
             "The pen is mightier than the sword.",
             "I grew up in Scunthorpe, near Penistone, and went to school in Essex.",
             "Dick Van Dyke was wonderful in that, as was Alfred Hitchcock's direction.",
             "Charles Dickens and Emily Dickinson, what a pair!",
             "It's hit and miss with this government, as soon as it gets hot water.",
             "We saw a great tit, two blue tits and a woodcock; the shuttlecock scared them.",
             "He graduated cum laude and plays the cockatoo in Moby Dick.",
             "My niece is in Niger and Nigeria, working on a therapist's programme.",
             "The council paid $5.50 for each and 1,000,000 in all; see https://example.org/budget",
             "I will not subscribe to your paper again, and neither will my brother.",
             "I watched his channel on television for thirty years.",
             "Schöne Grüße aus Assen! Der Bürgermeister hat recht.",
             "Это неправда, прочитайте статью ещё раз.",
             "この記事はとても面白かったです。",
             "U.S. Highway 55 and the A55 both flood every single year.",
             "Please, would the editor check the figures again? 2 + 2 is 4!",
             "Assess the assets, classify the class, and pass the bass.",
             "Phuket was lovely, and Nguyen Phuc showed us the beaches.",
             "They sniggered at Robert Koch and at Quinton de Kock's niggardly bowling.",
             "A well-known R&B singer in a T-shirt, on Channel 4, at 5 p.m., said so.",
             "The council's X-ray of the A55 budget, i.e. 5*4*3 pages, is 50% of it.",
             "The dot com bubble burst. Come and see what is left of it. It was big.",
             "Who reported this? I had a shiitake and a cocktail, and grapes, analysed later.",
             "My mother, a therapist from Essex, passed the Cockermouth bus.",
             "Die Regierung hat recht, der Vogel singt, und ich huste seit Tagen.",
             "Con el dinero público no se juega, señor alcalde, y usted lo sabe.",
             "Le maire a raison, et la bite d'amarrage du port est solide.",
             "Il governo ha deciso, e con questo la questione è chiusa.",
             "De burgemeester heeft gelijk, en wij huren al jaren in die straat.",
             "O presidente da câmara tem razão, e com isto está tudo dito.",
         }) {
        CAPTURE(text);
        CHECK(verdict_on(text) == "publish");
    }
}

TEST_CASE("shipped rules: what a human should see first is held", "[moderation][shipped]")
{
    for (const auto* text : {
             "What a load of bullshit this is",
             "What a load of bu11sh!t this is",
             "So ein Arschloch, dieser Minister",
             "Vete a la mierda, alcalde",
             "Ferme ta gueule, connard",
             "Ma vaffanculo, stronzo",
             "Vai tomar no cu, seu babaca",
             "Krijg de tering, klootzak",
             "Read the whole story at bit.ly/2abc before it is too late for you",
             "More of my thoughts are on example [dot] com for all who want to read",
             "You are an idiot, sir",
             "Check out my new video on my channel!",
             "Please subscribe to me and I will subscribe back",
             "I make $500 a day from home online, ask me how",
             "https://shop.example/",
             "Read https://a.example/1 and https://b.example/2 and https://c.example/3 to learn "
             "more",
             "Ring me on 0151 496 0123 tonight",
             "THIS IS WHAT I THINK OF THEM ALL!!!!!!!! AND STOOOOOOOOOOOOP IT",
         }) {
        CAPTURE(text);
        CHECK(verdict_on(text) == "hold");
    }
}

TEST_CASE(
    "shipped rules: what is never published is rejected, in any disguise",
    "[moderation][shipped]")
{
    for (const auto* text : {
             "fuck this",          "f.u.c.k this",
             "f u c k this",       "fuuuuck this",
             "fu ck this",         "FÚCK this",
             "f*ck this",          "f\u200Buck this",
             "fvck this",          "f#ck this, f@#k this, fu-k this",
             "ꜰᴜᴄᴋ this",          "ʞɔnɟ this",
             "you fa ggot",        "YouStupidCunt",
             "ｆｕｃｋ this",      "fцck fucκ this",
             "motherfucking this", "kill yourself",
             "go k1ll yours3lf",   "you c u n t",
         }) {
        CAPTURE(text);
        CHECK(verdict_on(text) == "reject");
    }
}

TEST_CASE("shipped rules: what only sounds like it waits for a human", "[moderation][shipped]")
{
    CHECK(verdict_on("fuqq this") == "hold");
    CHECK(verdict_on("the phonics of duck and luck") == "publish");
}

TEST_CASE("shipped rules: blocked hosts are spam", "[moderation][shipped]")
{
    CHECK(verdict_on("A really interesting article about this: https://adf.ly/1abc") == "spam");
}
