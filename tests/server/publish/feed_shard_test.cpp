#include "server/publish/feed_shard.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace rejoinder;
using publish::feed_message;
using publish::feed_shard;

namespace {

using seen = std::vector<std::string>;

struct listener final : publish::subscriber {
    void deliver(std::shared_ptr<const std::string> message) override { got.push_back(*message); }
    seen got;
};

const model::story_key bridge{model::site_id("demo"), model::story_id("bridge")};
const model::story_key harbour{model::site_id("demo"), model::story_id("harbour")};

feed_message message(std::int64_t seq, const model::story_key& story)
{
    feed_message made;
    made.seq = seq;
    made.story = story;
    made.for_readers = std::make_shared<const std::string>("r" + std::to_string(seq));
    made.for_desk = std::make_shared<const std::string>("d" + std::to_string(seq));
    return made;
}

publish::publish_settings remembering(std::size_t events)
{
    publish::publish_settings settings;
    settings.history_events_max = events;
    settings.render_every = std::chrono::milliseconds(0);
    return settings;
}

const std::string resync = R"({"type":"resync"})";

std::string hello(int seq)
{
    return R"({"type":"hello","id":")" + std::to_string(seq) + R"("})";
}

}  // namespace

TEST_CASE("feed shard: a story's readers hear of their story, the desk of all", "[publish]")
{
    feed_shard feeds(remembering(10));
    listener reader;
    listener desk;
    feeds.join_story(bridge, reader, std::nullopt);
    feeds.join_desk(desk, std::nullopt);

    const std::vector<feed_message> two = {message(1, bridge), message(2, harbour)};
    feeds.deliver(two);

    CHECK(reader.got == seen{hello(0), "r1"});
    CHECK(desk.got == seen{hello(0), "d1", "d2"});
}

TEST_CASE("feed shard: an event is delivered once, however often it comes", "[publish]")
{
    feed_shard feeds(remembering(10));
    listener reader;
    feeds.join_story(bridge, reader, std::nullopt);
    const std::vector<feed_message> one = {message(1, bridge)};
    feeds.deliver(one);
    feeds.deliver(one);
    CHECK(reader.got == seen{hello(0), "r1"});
}

TEST_CASE("feed shard: who resumes gets what was missed", "[publish]")
{
    feed_shard feeds(remembering(10));
    const std::vector<feed_message> three = {
        message(1, bridge),
        message(2, harbour),
        message(3, bridge)};
    feeds.deliver(three);

    listener reader;
    feeds.join_story(bridge, reader, 1);
    CHECK(reader.got == seen{hello(3), "r3"});

    listener desk;
    feeds.join_desk(desk, 1);
    CHECK(desk.got == seen{hello(3), "d2", "d3"});
}

TEST_CASE("feed shard: who was away too long is told to fetch again", "[publish]")
{
    feed_shard feeds(remembering(2));
    const std::vector<feed_message> three = {
        message(1, bridge),
        message(2, bridge),
        message(3, bridge)};
    feeds.deliver(three);

    listener late;
    feeds.join_story(bridge, late, 0);
    CHECK(late.got == seen{hello(3), resync});

    listener just_in_time;
    feeds.join_story(bridge, just_in_time, 1);
    CHECK(just_in_time.got == seen{hello(3), "r2", "r3"});

    listener from_the_future;
    feeds.join_story(bridge, from_the_future, 9);
    CHECK(from_the_future.got == seen{hello(3), resync});
}

TEST_CASE("feed shard: a new stream voids the history and tells everybody", "[publish]")
{
    feed_shard feeds(remembering(10));
    listener reader;
    feeds.join_story(bridge, reader, std::nullopt);
    const std::vector<feed_message> five = {message(5, bridge)};
    feeds.deliver(five);

    feeds.reset(0);
    const std::vector<feed_message> one = {message(1, bridge)};
    feeds.deliver(one);

    CHECK(reader.got == seen{hello(0), "r5", hello(0), resync, "r1"});
}

TEST_CASE("feed shard: who left hears nothing more", "[publish]")
{
    feed_shard feeds(remembering(10));
    listener reader;
    listener desk;
    feeds.join_story(bridge, reader, std::nullopt);
    feeds.join_desk(desk, std::nullopt);
    CHECK(feeds.subscribers() == 2);
    feeds.leave_story(bridge, reader);
    feeds.leave_desk(desk);
    CHECK(feeds.subscribers() == 0);

    const std::vector<feed_message> one = {message(1, bridge)};
    feeds.deliver(one);
    CHECK(reader.got == seen{hello(0)});
    CHECK(desk.got == seen{hello(0)});
}

TEST_CASE("feed shard: a desk of some sites hears of those, also when it resumes", "[publish]")
{
    const model::story_key elsewhere{model::site_id("gazette"), model::story_id("bridge")};
    feed_shard feeds(remembering(10));
    listener desk;
    listener all;
    feeds.join_desk(desk, std::nullopt, {model::site_id("gazette")});
    feeds.join_desk(all, std::nullopt);
    const std::vector<feed_message> two = {message(1, bridge), message(2, elsewhere)};

    feeds.deliver(two);
    feeds.tell_desk(two);

    CHECK(desk.got == seen{hello(0), "d2", "d2"});
    CHECK(all.got == seen{hello(0), "d1", "d2", "d1", "d2"});
    listener back;
    feeds.join_desk(back, 0, {model::site_id("gazette")});
    CHECK(back.got == seen{hello(2), "d2"});
}

TEST_CASE("feed shard: who missed more than is told one by one fetches again", "[publish]")
{
    auto settings = remembering(100);
    settings.replay_messages_max = 2;
    feed_shard feeds(settings);
    const std::vector<feed_message> four =
        {message(1, bridge), message(2, bridge), message(3, harbour), message(4, bridge)};
    feeds.deliver(four);

    listener much;
    feeds.join_story(bridge, much, 0);
    CHECK(much.got == seen{hello(4), resync});
    listener little;
    feeds.join_story(bridge, little, 1);
    CHECK(little.got == seen{hello(4), "r2", "r4"});
    listener desk;
    feeds.join_desk(desk, 1);
    CHECK(desk.got == seen{hello(4), resync});
}

TEST_CASE("feed shard: what was missed counts by its bytes as well", "[publish]")
{
    auto settings = remembering(100);
    settings.replay_bytes_max = 3;
    feed_shard feeds(settings);
    const std::vector<feed_message> two = {message(1, bridge), message(2, bridge)};
    feeds.deliver(two);

    listener both;
    feeds.join_story(bridge, both, 0);
    CHECK(both.got == seen{hello(2), resync});
    listener one;
    feeds.join_story(bridge, one, 1);
    CHECK(one.got == seen{hello(2), "r2"});
}

TEST_CASE("feed shard: who comes new gets what a page may lack yet", "[publish]")
{
    auto settings = remembering(10);
    settings.render_every = std::chrono::hours(1);
    feed_shard feeds(settings);
    const std::vector<feed_message> two = {message(1, bridge), message(2, harbour)};
    feeds.deliver(two);

    listener fresh;
    feeds.join_story(bridge, fresh, std::nullopt);
    CHECK(fresh.got == seen{hello(0), "r1"});
    listener late;
    feeds.join_story(bridge, late, 7);
    CHECK(late.got == seen{hello(0), resync, "r1"});
    listener resuming;
    feeds.join_story(bridge, resuming, 1);
    CHECK(resuming.got == seen{hello(2)});
    listener desk;
    feeds.join_desk(desk, std::nullopt);
    CHECK(desk.got == seen{hello(2)});
}
