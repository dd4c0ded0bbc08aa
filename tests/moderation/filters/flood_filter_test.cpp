#include "moderation/filters/flood_filter.hpp"

#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;
using rejoinder::tests::comment_of;
using rejoinder::tests::details;
using rejoinder::tests::inspect;

TEST_CASE(
    "flood filter: the author's earlier comments within the window",
    "[moderation][flood_filter]")
{
    const flood_filter filter({.author_window_seconds = 60, .author_max = 3});
    auto comment = comment_of("And another thing");

    comment.author.recent = {{"one", 1, true}, {"two", 30, false}, {"old", 61, true}};
    CHECK(inspect(filter, comment).empty());

    comment.author.recent.push_back({"three", 60, true});
    CHECK(details(inspect(filter, comment)) == std::vector<std::string>{"author"});
}

TEST_CASE(
    "flood filter: network and story are counted where a limit is set",
    "[moderation][flood_filter]")
{
    auto comment = comment_of("And another thing");
    comment.surroundings = {.from_network = 50, .in_story = 50};

    CHECK(inspect(flood_filter({}), comment).empty());
    CHECK(
        details(inspect(flood_filter({.network_max = 50, .story_max = 51}), comment)) ==
        std::vector<std::string>{"network"});
    CHECK(
        details(inspect(flood_filter({.network_max = 51, .story_max = 50}), comment)) ==
        std::vector<std::string>{"story"});
}

TEST_CASE("flood filter: a limit of 0 is off", "[moderation][flood_filter]")
{
    auto comment = comment_of("And another thing");
    comment.author.recent.assign(20, {"text", 0, true});

    CHECK(inspect(flood_filter({.author_max = 0}), comment).empty());
}
