// Texts that are made to keep a filter busy: the work must grow no faster than the text.

#include "moderation/engine.hpp"
#include "moderation/rule_set.hpp"
#include "moderation/text/find_links.hpp"
#include "moderation/text/masked_terms.hpp"
#include "moderation/text/pattern_set.hpp"
#include "moderation/text/plain_links.hpp"
#include "moderation/text/respelled.hpp"
#include "moderation/text/skeleton.hpp"
#include "moderation/text/sound_terms.hpp"
#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;
using rejoinder::tests::comment_of;
using rejoinder::tests::entries_of;

namespace {

constexpr std::size_t hostile_bytes = 40'000;

const std::string hostile_parts[] = {
    "f.",     "f*",      "f-",    "fu ",      "f u c ",   "a.",    "*",      "**f",
    "\u200B", "f\u200B", "[dot]", " dot com", "a dot ",   "a . ",  "h t t ", "http://",
    "|<",     "()",      "\\/",   "vv",       "ʞɔ",       "fffff", "fuuuu",  "u\u0301\u0301",
    "(",      "1",       "$",     "fF",       "aaaa.com", "@a.",   "ph",     "f_",
    "\xF0",   "🇫",       "f🔥",    " ",        "\n",       "fuck",  "fuc",    "as s ",
};

std::string repeated(std::string_view part, std::size_t bytes)
{
    std::string text;
    while (text.size() < bytes)
        text += part;
    return text;
}

}  // namespace

TEST_CASE("hostile texts: every stage writes no more than it was given", "[moderation][hostile]")
{
    for (const auto& part : hostile_parts) {
        CAPTURE(part);
        const auto text = repeated(part, hostile_bytes);

        CHECK(plain_links(text).text().size() <= text.size());
        CHECK(respelled(text).text().size() <= text.size());
        CHECK(find_links(text).size() <= links_found_max);

        const folded_text folded(text);
        CHECK(folded.units().size() <= text.size());
        skeleton shape;
        shape.assign(folded, sign_reading::as_letters, 'u');
        CHECK(shape.letters().size() <= folded.units().size());
    }
}

TEST_CASE("hostile texts: twice the text gives at most twice the hits", "[moderation][hostile]")
{
    const auto entries = entries_of("*fuck*\nfuc*\nass\n*f\nphuck\nvolume\n*aaa*\ndotcom*\n");
    const pattern_source source{"list", entries};
    const pattern_set patterns({&source, 1});
    const auto hits_in = [&](const std::string& text) {
        std::vector<pattern_hit> hits;
        patterns.find(folded_text(text), text, hits);
        return hits.size();
    };
    for (const auto& part : hostile_parts) {
        CAPTURE(part);
        const auto once = hits_in(repeated(part, hostile_bytes / 2));
        const auto twice = hits_in(repeated(part, hostile_bytes));
        CHECK(twice <= 2 * once + 16);
        // Each byte begins at most one hit of each entry in each way of reading.
        CHECK(twice <= hostile_bytes * entries.size());
    }
}

TEST_CASE("hostile texts: looks at masks and sounds are bounded", "[moderation][hostile]")
{
    masked_terms masked;
    sound_terms sounds;
    for (const auto* word : {U"fuck", U"fickle", U"foam", U"forest"}) {
        masked.add(word, true, 1, guessing::free);
        sounds.add(word, true, 1, guessing::free);
    }
    for (const auto& part : hostile_parts) {
        CAPTURE(part);
        const folded_text folded(repeated(part + " ", hostile_bytes));
        std::vector<word_hit> in_masks;
        masked.find(folded, in_masks);
        CHECK(in_masks.size() <= folded.units().size() * 4);
        std::vector<word_hit> in_sounds;
        sounds.find(folded, in_sounds);
        CHECK(in_sounds.size() <= folded.units().size());
    }
}

TEST_CASE("hostile texts: the engine answers, and with few findings", "[moderation][hostile]")
{
    rule_set_settings rules;
    word_list banned;
    banned.name = "banned.txt";
    banned.reason = reason::banned_word;
    banned.entries = entries_of("*fuck*\nass\n*cunt\n");
    rules.words.lists = {banned};
    const engine judging(rules);

    for (const auto& part : hostile_parts) {
        CAPTURE(part);
        const auto text = repeated(part, hostile_bytes);
        const auto verdict = judging.judge(comment_of(text));
        CHECK(verdict.found.size() < 500);
        for (const auto& each : verdict.found)
            CHECK(each.reason != reason::filter_failed);
    }
}
