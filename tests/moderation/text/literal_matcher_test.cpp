#include "moderation/text/literal_matcher.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>
#include <tuple>

using namespace rejoinder::moderation;

namespace {

std::set<std::tuple<std::size_t, std::size_t, std::size_t>> find(
    const literal_matcher& matcher,
    std::string_view text)
{
    std::vector<literal_hit> hits;
    matcher.find(text, hits);
    std::set<std::tuple<std::size_t, std::size_t, std::size_t>> places;
    for (const auto& hit : hits)
        places.insert({hit.literal, hit.begin, hit.end});
    return places;
}

}  // namespace

TEST_CASE("literal matcher: finds all, overlapping ones too", "[moderation][literal_matcher]")
{
    const literal_matcher matcher({"aba", "ab", "ж.*"});

    CHECK(
        find(matcher, "ababa") == std::set<std::tuple<std::size_t, std::size_t, std::size_t>>{
                                      {0, 0, 3},
                                      {0, 2, 5},
                                      {1, 0, 2},
                                      {1, 2, 4}});
    CHECK(find(matcher, "xж.*").size() == 1);
    CHECK(find(matcher, "жab").size() == 1);
    CHECK(find(matcher, "").empty());
}

TEST_CASE("literal matcher: without literals nothing is found", "[moderation][literal_matcher]")
{
    CHECK(find(literal_matcher({}), "anything").empty());
}
