#include "moderation/text/masked_terms.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

namespace {

std::string first_found_in(std::string_view text)
{
    masked_terms terms;
    terms.add(U"wretch", true, 7);
    terms.add(U"bad", false, 8);
    terms.add(U"two words", false, 9);
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

TEST_CASE("masked terms: masks within words are noticed", "[moderation][masked_terms]")
{
    CHECK(has_masks(folded_text("a b*d c")));
    CHECK_FALSE(has_masks(folded_text("*bold* 2*3")));
    CHECK(has_masks(folded_text("b#d")));
    CHECK(has_masks(folded_text("wr-tched")));
    CHECK(has_masks(folded_text("wr_tch wr.tch")));
    CHECK_FALSE(has_masks(folded_text("well-known, end.It, don't, a@b")));
}
