#include "moderation/filters/story_filter.hpp"

#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;
using rejoinder::tests::comment_of;
using rejoinder::tests::inspect;

TEST_CASE("story filter: which story is old", "[moderation][story_filter]")
{
    struct row {
        std::optional<std::int64_t> age_days;
        std::int64_t days_max;
        bool old;
    };
    static constexpr row rows[] = {
        {std::nullopt, 30, false},  // not known
        {0, 30, false},
        {30, 30, false},
        {31, 30, true},
        {-1, 30, false},     // announced before it is published
        {10'000, 0, false},  // off
    };
    for (const auto& [age_days, days_max, old] : rows) {
        CAPTURE(age_days.value_or(-99), days_max);
        auto comment = comment_of("Good day");
        comment.story_age_days = age_days;
        CHECK(inspect(story_filter({.days_max = days_max}), comment).empty() != old);
    }
}

TEST_CASE("story filter: the finding says how old the story is", "[moderation][story_filter]")
{
    auto comment = comment_of("Good day");
    comment.story_age_days = 400;

    const auto found = inspect(story_filter({.days_max = 365}), comment);

    REQUIRE(found.size() == 1);
    CHECK(found[0].reason == reason::old_story);
    CHECK(found[0].detail == "400");
}

TEST_CASE("story filter: by default no story is too old", "[moderation][story_filter]")
{
    auto comment = comment_of("Good day");
    comment.story_age_days = 36'500;

    CHECK(inspect(story_filter({}), comment).empty());
}
