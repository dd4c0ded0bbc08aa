#include "moderation/text/sound_terms.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

namespace {

std::string found_in(std::string_view text)
{
    sound_terms terms;
    terms.add(U"rock", true, 1, guessing::free);
    terms.add(U"pussycat", false, 2, guessing::free);
    terms.add(U"fix", false, 3, guessing::free);
    terms.add(U"whiz kid", false, 4, guessing::free);
    terms.add(U"dance", false, 5, guessing::free);
    terms.add(U"zebra", false, 6, guessing::free);
    terms.add(U"lick", true, 7, guessing::careful);
    terms.add(U"trick", true, 8, guessing::careful);
    terms.add(U"phantom", false, 9, guessing::careful);
    terms.add(U"hidden", false, 10, guessing::none);
    std::vector<word_hit> hits;
    const folded_text folded(text);
    terms.find(folded, hits);
    if (hits.empty())
        return {};
    const auto span = folded.original_span(hits[0].first_unit, hits[0].last_unit);
    return std::string(text.substr(span.begin, span.end - span.begin));
}

}  // namespace

TEST_CASE("sound: spellings that sound the same", "[moderation][sound_terms]")
{
    CHECK(sound_of("phone") == "fone");
    CHECK(sound_of("quick") == "kuik");
    CHECK(sound_of("cellar") == "sellar");
    CHECK(sound_of("koch") == "koch");
    CHECK(sound_of("koooch") == "koch");
    CHECK(sound_of("hiss") == "hiss");
    CHECK(sound_of("taxi") == "taksi");
}

TEST_CASE("sound terms: whole words that sound like a term", "[moderation][sound_terms]")
{
    CHECK(found_in("a r0q!") == "");
    CHECK(found_in("rocq on") == "rocq");
    CHECK(found_in("roqing it") == "roqing");
    CHECK(found_in("pu$$ykat") == "pu$$ykat");
    CHECK(found_in("dansse").empty());
    CHECK(found_in("danse").empty());  // an ordinary spelling
    CHECK(found_in("dansze").empty());
    CHECK(found_in("rokoko").empty());
    CHECK(found_in("psscyt").empty());
    CHECK(found_in("pssyct") == "pssyct");
    CHECK(found_in("tacyssup") == "tacyssup");
    CHECK(found_in("kcor").empty());
    CHECK(found_in("rock").empty());  // found without listening
    CHECK(found_in("fixx").empty());  // too short a term
    CHECK(found_in("rochet").empty());
    CHECK(found_in("sebra").empty());
    CHECK(found_in("fantom") == "fantom");
    CHECK(found_in("trique").empty());
    CHECK(found_in("trik") == "trik");
    CHECK(found_in("triking").empty());  // sounds otherwise
    CHECK(found_in("trickz") == "");     // begins as the term is spelled
    CHECK(found_in("tryck") == "tryck");
    CHECK(found_in("lik").empty());  // too short for a careful guess
    CHECK(found_in("motnahp").empty());
    CHECK(found_in("hydden").empty());
}
