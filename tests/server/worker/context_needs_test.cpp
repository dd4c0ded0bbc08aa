#include "server/worker/context_needs.hpp"

#include "moderation/rule_set.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace std::chrono_literals;

TEST_CASE("context needs: the longest window of the rules is gathered", "[worker]")
{
    moderation::rule_set_settings rules;
    rules.flood.author_window_seconds = 60;
    rules.flood.network_window_seconds = 90;
    rules.repeat.window_seconds = 3'600;
    rules.flood.author_max = 50;

    const auto needs = worker::needs_of(rules);

    CHECK(needs.author_window == 3'600s);
    CHECK(needs.network_window == 90s);
    CHECK(needs.author_recent_max == 50);
    CHECK(needs.story_window == 0s);
    CHECK(needs.known_author_min == 10);
    CHECK_FALSE(needs.review_queue);
}

TEST_CASE("context needs: the review queue is counted where an override asks", "[worker]")
{
    moderation::rule_set_settings rules;
    rules.policy.layers.push_back(
        {.name = "busy", .when = {.review_queue_min = 200}, .change = {}});

    CHECK(worker::needs_of(rules).review_queue);
}

TEST_CASE("context needs: comments on the story are counted where they are limited", "[worker]")
{
    moderation::rule_set_settings rules;
    rules.flood.story_max = 100;
    CHECK(worker::needs_of(rules).story_window == 60s);
}
