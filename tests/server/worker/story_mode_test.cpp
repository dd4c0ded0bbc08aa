#include "server/worker/story_mode.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using moderation::moderation_mode;

TEST_CASE("story mode: the story before the site, nothing where neither says so", "[worker]")
{
    const model::site_id site("demo");
    const worker::site_modes after = [](const model::site_id&) {
        return moderation_mode::after;
    };
    model::story story;

    CHECK_FALSE(worker::mode_of(std::nullopt, {}, site));
    CHECK(worker::mode_of(story, after, site) == moderation_mode::after);
    story.state = model::story_state::pre_moderated;
    CHECK(worker::mode_of(story, after, site) == moderation_mode::before);
    CHECK(worker::mode_of(story, {}, site) == moderation_mode::before);
}
