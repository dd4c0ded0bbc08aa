#include "moderation/policy_context.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

namespace {

policy_context at(std::string_view path)
{
    policy_context in;
    in.story = {.site = "news", .story = "42", .path = path};
    return in;
}

author_activity author(bool proved, int published, int approved, int rejected)
{
    author_activity activity;
    activity.proved = proved;
    activity.published = published;
    activity.approved_by_human = approved;
    activity.rejected = rejected;
    return activity;
}

}  // namespace

TEST_CASE("policy context: no condition always holds", "[moderation][policy]")
{
    CHECK(holds({}, {}));
    CHECK(holds({}, at("/sport/final")));
}

TEST_CASE("policy context: a section is a beginning of the path in whole parts", "[moderation]")
{
    const policy_condition sport{.sections = {"/sport/", "/culture/film"}};
    for (const auto* path : {"/sport", "/sport/", "/sport/final", "/culture/film/1"}) {
        CAPTURE(path);
        CHECK(holds(sport, at(path)));
    }
    for (const auto* path : {"", "/", "/sportswear", "/culture/films", "/news/sport/"}) {
        CAPTURE(path);
        CHECK_FALSE(holds(sport, at(path)));
    }
    CHECK(holds({.sections = {"/"}}, at("/anything")));
}

TEST_CASE("policy context: hours may go past midnight", "[moderation][policy]")
{
    const policy_condition night{.hours = hours_of_day{22 * 60, 6 * 60}};
    const policy_condition noon{.hours = hours_of_day{11 * 60, 13 * 60}};
    auto in = at("/");
    const auto at_minute = [&](const policy_condition& when, int minute) {
        in.story.minute_of_day = minute;
        return holds(when, in);
    };

    CHECK(at_minute(night, 22 * 60));
    CHECK(at_minute(night, 0));
    CHECK(at_minute(night, 6 * 60 - 1));
    CHECK_FALSE(at_minute(night, 6 * 60));
    CHECK(at_minute(noon, 11 * 60));
    CHECK_FALSE(at_minute(noon, 13 * 60));
    CHECK_FALSE(at_minute(noon, -1));
}

TEST_CASE("policy context: every condition that is given must hold", "[moderation][policy]")
{
    policy_condition when{.sites = {"news"}, .stories = {"42"}};
    when.authors = {author_class::trusted};
    when.review_queue_min = 100;
    auto in = at("/");
    in.author = author_class::trusted;
    in.story.review_queue = 100;
    CHECK(holds(when, in));

    auto changed = in;
    changed.story.review_queue = 99;
    CHECK_FALSE(holds(when, changed));
    changed = in;
    changed.author = author_class::known;
    CHECK_FALSE(holds(when, changed));
    changed = in;
    changed.story.site = "other";
    CHECK_FALSE(holds(when, changed));
    changed = in;
    changed.story.story = "4";
    CHECK_FALSE(holds(when, changed));
}

TEST_CASE("policy context: a typed address proves nothing, a record does", "[moderation][policy]")
{
    const trust_settings trust;

    CHECK(classify(author(false, 500, 500, 0), trust) == author_class::new_author);
    CHECK(classify(author(true, 500, 0, 0), trust) == author_class::new_author);
    CHECK(classify(author(true, 5, 1, 0), trust) == author_class::known);
    CHECK(classify(author(true, 20, 1, 0), trust) == author_class::trusted);
    CHECK(classify(author(true, 20, 1, 1), trust) == author_class::trusted);
    CHECK(classify(author(true, 20, 1, 2), trust) == author_class::known);
}
