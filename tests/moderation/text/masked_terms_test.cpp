#include "moderation/text/masked_terms.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

namespace {

std::string first_found_in(std::string_view text)
{
    masked_terms terms;
    terms.add(U"wretch", true, 7, guessing::free);
    terms.add(U"bad", false, 8, guessing::free);
    terms.add(U"two words", false, 9, guessing::free);
    std::vector<word_hit> hits;
    const folded_text folded(text);
    terms.find(folded, hits);
    if (hits.empty())
        return {};
    CHECK(hits[0].id == 7);
    const auto span = folded.original_span(hits[0].first_unit, hits[0].last_unit);
    return std::string(text.substr(span.begin, span.end - span.begin));
}

bool has_masks(const folded_text& text)
{
    bool any = false;
    for (std::size_t i = 0; i < text.units().size(); ++i)
        any = any || is_mask_in_word(text, i);
    return any;
}

}  // namespace

TEST_CASE("masked terms: asterisks for letters", "[moderation][masked_terms]")
{
    CHECK(first_found_in("a w****h!") == "w****h");
    CHECK(first_found_in("WR*TCH") == "WR*TCH");
    CHECK(first_found_in("wr****") == "wr****");
    CHECK(first_found_in("wr3t*h") == "wr3t*h");
    CHECK(first_found_in("*w*etch*") == "w*etch");
    CHECK(first_found_in("*wretch*").empty());  // emphasis, and no mask
    CHECK(first_found_in("w*****").empty());    // could be anything
    CHECK(first_found_in("w****s").empty());
    CHECK(first_found_in("wre*ched") == "wre*ch");
    CHECK(first_found_in("wr*ch") == "wr*ch");
    CHECK(first_found_in("w**ch") == "w**ch");
    CHECK(first_found_in("w**h").empty());
    CHECK(first_found_in("wre#ch") == "wre#ch");
    CHECK(first_found_in("w@#t%h") == "w@#t%h");
    CHECK(first_found_in("wre_ch") == "wre_ch");
    CHECK(first_found_in("wre-ched").empty());
    CHECK(first_found_in("b*d").empty());  // too short a word
    CHECK(first_found_in("2*3*4").empty());
}

TEST_CASE("masked terms: emphasis and notes are no masks", "[moderation][masked_terms]")
{
    CHECK(first_found_in("*wretc*").empty());
    CHECK(first_found_in("_wretc_").empty());
    CHECK(first_found_in("**so much wretc**").empty());
    CHECK(first_found_in("*so* much wretc*") == "wretc*");
    CHECK(first_found_in("*so much wr**") == "");
    CHECK(first_found_in("*so much wre***") == "wre***");

    masked_terms careful;
    careful.add(U"wretch", true, 7, guessing::careful);
    careful.add(U"boat", true, 8, guessing::careful);
    careful.add(U"other", true, 9, guessing::none);
    const auto count_in = [&](std::string_view text) {
        std::vector<word_hit> hits;
        careful.find(folded_text(text), hits);
        return hits.size();
    };
    CHECK(count_in("wretc*") == 0);
    CHECK(count_in("boa*") == 1);
    CHECK(count_in("wret**") == 1);
    CHECK(count_in("oth*r") == 0);
}

TEST_CASE("masked terms: initials mask nothing", "[moderation][masked_terms]")
{
    CHECK_FALSE(has_masks(folded_text("H.M.S. Bounty")));
    CHECK(first_found_in("w.r.t.c.h").empty());
    CHECK(first_found_in("wre.ch") == "wre.ch");
}

TEST_CASE("masked terms: masks within words are noticed", "[moderation][masked_terms]")
{
    CHECK(has_masks(folded_text("a b*d c")));
    CHECK_FALSE(has_masks(folded_text("*bold* 2*3")));
    CHECK(has_masks(folded_text("b#d")));
    CHECK(has_masks(folded_text("wr-tched")));
    CHECK(has_masks(folded_text("wr_tch wr.tch")));
    CHECK_FALSE(has_masks(folded_text("well-known, end.It, don't, a@b")));
}
