#include "server/worker/judging_context.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using moderation::form_token_state;
using moderation::moderation_mode;

namespace {

moderation::comment_input sample_input()
{
    moderation::comment_input input;
    input.name = "Ada";
    input.text = "Well said.";
    input.is_reply = true;
    input.own_address_masked = true;
    input.author.published = 3;
    input.author.pending = 1;
    input.author.rejected = 2;
    input.author.approved_by_human = 1;
    input.author.proved = true;
    input.author.banned = true;
    input.author.name_is_anothers = true;
    input.author.recent = {{"Said before.", 30, true, "an id"}};
    input.by_others = {{"Said by another.", 40, false, "another id"}};
    input.surroundings = {.from_network = 5, .in_story = 6};
    input.form = {.honeypot_filled = true, .token = form_token_state::stale};
    input.reports = {.count = 4, .weight = 3.5};
    input.story_age_days = 7;
    input.story.site = "news";
    input.story.path = "/sport/final";
    input.story.mode = moderation_mode::before;
    input.story.minute_of_day = 61;
    input.story.review_queue = 8;
    return input;
}

}  // namespace

TEST_CASE("judging context: everything but words survives being kept", "[worker]")
{
    const auto input = sample_input();

    const auto text = to_text(worker::context_of(input));
    const auto context = worker::context_from(text);

    REQUIRE(context);
    const auto again = worker::input_of(*context);
    CHECK(again.name.empty());
    CHECK(again.is_reply);
    CHECK(again.own_address_masked);
    CHECK(again.author.published == 3);
    CHECK(again.author.pending == 1);
    CHECK(again.author.rejected == 2);
    CHECK(again.author.approved_by_human == 1);
    CHECK(again.author.proved);
    CHECK(again.author.banned);
    CHECK(again.author.name_is_anothers);
    REQUIRE(again.author.recent.size() == 1);
    CHECK(again.author.recent[0].id == "an id");
    CHECK(again.author.recent[0].seconds_ago == 30);
    CHECK(again.author.recent[0].same_story);
    REQUIRE(again.by_others.size() == 1);
    CHECK(again.by_others[0].id == "another id");
    CHECK(again.by_others[0].seconds_ago == 40);
    CHECK(again.surroundings.from_network == 5);
    CHECK(again.surroundings.in_story == 6);
    CHECK(again.form.honeypot_filled);
    CHECK(again.form.token == form_token_state::stale);
    CHECK(again.reports == input.reports);
    CHECK(again.story_age_days == 7);
    CHECK(again.story.path == "/sport/final");
    CHECK(again.story.mode == moderation_mode::before);
    CHECK(again.story.minute_of_day == 61);
    CHECK(again.story.review_queue == 8);
}

TEST_CASE("judging context: what somebody wrote is not in it", "[worker]")
{
    const auto text = to_text(worker::context_of(sample_input()));

    CHECK(text.find("Said before") == std::string::npos);
    CHECK(text.find("Said by another") == std::string::npos);
    CHECK(text.find("Ada") == std::string::npos);
}

TEST_CASE("judging context: what has its default is left out", "[worker]")
{
    CHECK(to_text(worker::context_of({})) == "{}");
    CHECK(worker::context_from("{}")->minute_of_day == -1);
}

TEST_CASE("judging context: other text is none", "[worker]")
{
    const std::string text =
        GENERATE(as<std::string>(), "", "[]", R"({"author": {"recent": [1]}})", R"({"mode": 7})");
    CHECK_FALSE(worker::context_from(text));
}
