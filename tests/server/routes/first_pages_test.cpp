#include "server/routes/first_pages.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using routes::story_of_first_page;

TEST_CASE("first pages: a story's comments, asked for as most readers do", "[routes]")
{
    const auto found = story_of_first_page("/api/v1/sites/demo/stories/2026-ferry/comments");
    REQUIRE(found);
    CHECK(found->site.str() == "demo");
    CHECK(found->story.str() == "2026-ferry");

    const auto odd = story_of_first_page("/api/v1/sites/a/stories/stories/comments");
    REQUIRE(odd);
    CHECK(odd->story.str() == "stories");
}

TEST_CASE("first pages: all else is for the route", "[routes]")
{
    const auto* const target = GENERATE(
        "",
        "/api/v1/sites/demo/stories/a/comments?sort=newest",
        "/api/v1/sites/demo/stories/a/comments/",
        "/api/v1/sites/demo/stories/a%2Fb/comments",
        "/api/v1/sites/demo/stories/a/b/comments",
        "/api/v1/sites/demo/stories//comments",
        "/api/v1/sites//stories/a/comments",
        "/api/v1/sites/demo/x/stories/a/comments",
        "/api/v1/sites/demo/comments",
        "/api/v1/sites/stories/comments",
        "/api/v2/sites/demo/stories/a/comments");
    CAPTURE(target);
    CHECK_FALSE(story_of_first_page(target));
}
