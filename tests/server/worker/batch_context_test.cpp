#include "server/worker/batch_context.hpp"

#include "tests/server/worker/recording_store.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace std::chrono_literals;
using moderation::moderation_mode;
using moderation::verdict_kind;
using rejoinder::tests::recording_store;
using rejoinder::tests::sample_submission;

namespace {

std::vector<model::submission> samples(int count)
{
    std::vector<model::submission> batch;
    for (int i = 1; i <= count; ++i)
        batch.push_back(sample_submission(i));
    return batch;
}

worker::context_needs needs()
{
    worker::context_needs values;
    values.author_window = 3'600s;
    values.author_recent_max = 7;
    values.network_window = 60s;
    return values;
}

}  // namespace

TEST_CASE("batch context: asks once for what the whole batch needs", "[worker][batch_context]")
{
    recording_store store;
    auto batch = samples(4);
    batch[3].author.known_as = batch[0].author.known_as;
    const auto values = needs();

    const worker::batch_context context(store, batch, values);

    REQUIRE(store.activity_asked.size() == 1);
    CHECK(store.activity_asked[0].site == "demo");
    CHECK(store.activity_asked[0].authors == 3);
    CHECK(store.activity_asked[0].recent_max == 7);
    CHECK(store.activity_asked[0].since == batch[0].submitted_at - 3'600s);
    CHECK(store.networks_asked.size() == 1);
    CHECK(store.networks_asked[batch[0].network] == batch[3].submitted_at - 60s);
    CHECK(store.stories_asked == 1);
}

TEST_CASE("batch context: an author is another one on another site", "[worker][batch_context]")
{
    recording_store store;
    auto batch = samples(2);
    batch[1].author = batch[0].author;
    batch[1].story.site = model::site_id("other");
    const auto values = needs();

    worker::batch_context context(store, batch, values);
    CHECK(store.activity_asked.size() == 2);

    context.add(batch[0], verdict_kind::publish);
    CHECK(context.input_for(batch[0]).author.published == 1);
    CHECK(context.input_for(batch[1]).author.published == 0);
}

TEST_CASE("batch context: the input carries what filters may see", "[worker][batch_context]")
{
    recording_store store;
    store.network_count = 5;
    auto batch = samples(1);
    batch[0].parent = tests::sample_id(9);
    batch[0].own_address_masked = true;
    batch[0].proof = model::author_proof::author_token;
    store.activity[batch[0].author.known_as].approved_by_human = 2;
    const auto values = needs();

    const worker::batch_context context(store, batch, values);
    const auto input = context.input_for(batch[0]);

    CHECK(input.name == "Ada");
    CHECK(input.website == "https://ada.example/");
    CHECK(input.email_domain == "mail.example");
    CHECK(input.text == batch[0].text);
    CHECK(input.is_reply);
    CHECK(input.own_address_masked);
    CHECK(input.author.approved_by_human == 2);
    CHECK(input.author.proved);
    CHECK(input.surroundings.from_network == 5);
    CHECK(input.story.site == "demo");
    CHECK(input.story.story == batch[0].story.story.str());
    CHECK_FALSE(input.story.mode.has_value());
    CHECK(input.story.review_queue == 0);
}

TEST_CASE("batch context: a story's own mode goes before its site's", "[worker][batch_context]")
{
    using mode = std::optional<moderation_mode>;
    const auto [site, story, expected] = GENERATE(table<mode, model::story_state, mode>({
        {mode(), model::story_state::open, mode()},
        {moderation_mode::after, model::story_state::open, moderation_mode::after},
        {moderation_mode::after, model::story_state::closed, moderation_mode::after},
        {moderation_mode::after, model::story_state::pre_moderated, moderation_mode::before},
        {moderation_mode::before, model::story_state::open, moderation_mode::before},
        {mode(), model::story_state::pre_moderated, moderation_mode::before},
    }));
    recording_store store;
    const auto batch = samples(1);
    store.stories[batch[0].story].state = story;
    const auto values = needs();
    worker::site_facts sites;
    sites.mode_of = [own = site](const auto& id) {
        CHECK(id.str() == "demo");
        return own;
    };
    const worker::batch_context context(store, batch, values, sites);

    CHECK(context.input_for(batch[0]).story.mode == expected);
}

TEST_CASE("batch context: the path of a story's URL is without query and mark", "[worker]")
{
    const auto [url, path] = GENERATE(table<std::string, std::string>({
        {"https://news.example/sport/final?page=2#top", "/sport/final"},
        {"https://news.example/sport/", "/sport/"},
        {"https://news.example", "/"},
        {"https://news.example?p=12", "/"},
        {"https://news.example/?back=/sport/", "/"},
    }));
    recording_store store;
    auto batch = samples(1);
    batch[0].story_url = url;
    const auto values = needs();

    const worker::batch_context context(store, batch, values);

    CHECK(context.input_for(batch[0]).story.path == path);
}

TEST_CASE("batch context: a story has the path it was first seen under", "[worker]")
{
    recording_store store;
    auto batch = samples(1);
    batch[0].story_url = "https://news.example/culture/film";
    store.stories[batch[0].story].url = "https://news.example/sport/final";
    const auto values = needs();

    const worker::batch_context context(store, batch, values);

    CHECK(context.input_for(batch[0]).story.path == "/sport/final");
}

TEST_CASE("batch context: the time of day is that of sending, in UTC", "[worker]")
{
    recording_store store;
    auto batch = samples(1);
    batch[0].submitted_at = model::from_rfc3339("2026-11-24T22:30:59.999Z").value();
    const auto values = needs();

    const worker::batch_context context(store, batch, values);

    CHECK(context.input_for(batch[0]).story.minute_of_day == 22 * 60 + 30);
}

TEST_CASE("batch context: the review queue is counted only where it matters", "[worker]")
{
    recording_store store;
    store.pending = 7;
    const auto batch = samples(1);
    auto values = needs();
    CHECK(worker::batch_context(store, batch, values).input_for(batch[0]).story.review_queue == 0);

    values.review_queue = true;
    CHECK(worker::batch_context(store, batch, values).input_for(batch[0]).story.review_queue == 7);
}

TEST_CASE("batch context: later submissions see the earlier ones", "[worker][batch_context]")
{
    recording_store store;
    store.network_count = 5;
    auto batch = samples(3);
    batch[2].author = batch[0].author;
    batch[2].submitted_at = batch[0].submitted_at + 30s;
    const auto values = needs();
    worker::batch_context context(store, batch, values);

    context.add(batch[0], verdict_kind::hold);
    context.add(batch[1], verdict_kind::publish);
    const auto input = context.input_for(batch[2]);

    CHECK(input.author.pending == 1);
    CHECK(input.author.published == 0);
    REQUIRE(input.author.recent.size() == 1);
    CHECK(input.author.recent[0].text == batch[0].text);
    CHECK(input.author.recent[0].seconds_ago == 30);
    CHECK(input.surroundings.from_network == 7);
}

TEST_CASE("batch context: a network is counted within its window", "[worker][batch_context]")
{
    recording_store store;
    auto batch = samples(3);
    batch[2].submitted_at = batch[0].submitted_at + 61s;  // 60 s after the second.
    const auto values = needs();
    worker::batch_context context(store, batch, values);

    context.add(batch[0], verdict_kind::publish);
    context.add(batch[1], verdict_kind::publish);

    CHECK(context.input_for(batch[2]).surroundings.from_network == 1);
}

TEST_CASE("batch context: an unknown network is not counted", "[worker][batch_context]")
{
    recording_store store;
    store.network_count = 5;
    auto batch = samples(2);
    for (auto& submission : batch)
        submission.network = {};
    const auto values = needs();
    worker::batch_context context(store, batch, values);

    context.add(batch[0], verdict_kind::publish);

    CHECK(store.networks_asked.empty());
    CHECK(context.input_for(batch[1]).surroundings.from_network == 0);
}

TEST_CASE("batch context: how old the story is, by its own word", "[worker][batch_context]")
{
    recording_store store;
    auto batch = samples(2);
    const auto values = needs();
    CHECK_FALSE(worker::batch_context(store, batch, values).input_for(batch[0]).story_age_days);

    // What the page says counts as long as nothing is stored.
    batch[0].story_published_at = batch[0].submitted_at - 3 * 24h - 1h;
    CHECK(worker::batch_context(store, batch, values).input_for(batch[1]).story_age_days == 3);

    model::story story;
    story.published_at = batch[0].submitted_at - 30 * 24h;
    store.stories[batch[0].story] = story;
    CHECK(worker::batch_context(store, batch, values).input_for(batch[0]).story_age_days == 30);
}

TEST_CASE("batch context: comments on the story are counted where the rules ask", "[worker]")
{
    recording_store store;
    store.story_count = 5;
    const auto batch = samples(3);
    auto values = needs();
    CHECK(
        worker::batch_context(store, batch, values).input_for(batch[0]).surroundings.in_story == 0);

    values.story_window = 60s;
    worker::batch_context context(store, batch, values);
    CHECK(store.story_since == batch[2].submitted_at - 60s);
    CHECK(context.input_for(batch[0]).surroundings.in_story == 5);
    context.add(batch[0], verdict_kind::publish);
    CHECK(context.input_for(batch[1]).surroundings.in_story == 6);
}

TEST_CASE("batch context: the hour is that of the site", "[worker][batch_context]")
{
    recording_store store;
    const auto batch = samples(1);
    const auto values = needs();
    CHECK(
        worker::batch_context(store, batch, values).input_for(batch[0]).story.minute_of_day ==
        9 * 60 + 15);

    worker::site_facts sites;
    sites.minute_of_day = [](const model::site_id& site, model::timestamp) {
        return site.str() == "demo" ? 77 : 0;
    };
    CHECK(
        worker::batch_context(store, batch, values, sites)
            .input_for(batch[0])
            .story.minute_of_day == 77);
}

TEST_CASE("batch context: bans, and names of others", "[worker][batch_context]")
{
    recording_store store;
    auto batch = samples(1);
    auto values = needs();
    values.known_author_min = 10;
    model::ban ban;
    ban.author = batch[0].author.known_as;
    store.bans = {ban};
    store.owners = {{"ada", model::pseudonym("somebody else")}};

    auto author = worker::batch_context(store, batch, values).input_for(batch[0]).author;
    CHECK(author.banned);
    CHECK(author.name_is_anothers);

    // A second Ada is welcome once a moderator has approved her, if it is her.
    store.activity[batch[0].author.known_as].approved_by_human = 1;
    CHECK(worker::batch_context(store, batch, values).input_for(batch[0]).author.name_is_anothers);
    batch[0].proof = model::author_proof::author_token;
    author = worker::batch_context(store, batch, values).input_for(batch[0]).author;
    CHECK_FALSE(author.name_is_anothers);
}
