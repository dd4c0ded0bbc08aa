// Outbox to stream to feeds, with a real Redis and a real record.

#include "server/publish/event_stream.hpp"
#include "server/publish/feed_hub.hpp"
#include "server/publish/outbox_relay.hpp"
#include "server/publish/snapshot_cache.hpp"
#include "server/storage/async_store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/redis_server.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <nlohmann/json.hpp>

#include <csignal>
#include <functional>
#include <string>
#include <vector>

using namespace rejoinder;
using namespace rejoinder::tests;

namespace {

awaitable<void> wait_for(net::io_context& context, std::function<bool()> holds)
{
    net::steady_timer pause(context);
    while (!holds()) {
        pause.expires_after(std::chrono::milliseconds(5));
        co_await pause.async_wait(net::use_awaitable);
    }
}

publish::feed_message message(std::int64_t seq, const std::string& readers)
{
    publish::feed_message made;
    made.seq = seq;
    made.story = sample_key();
    if (!readers.empty())
        made.for_readers = std::make_shared<const std::string>(readers);
    made.for_desk = std::make_shared<const std::string>("desk");
    return made;
}

std::vector<std::int64_t> seqs(const std::vector<publish::feed_message>& messages)
{
    std::vector<std::int64_t> all;
    for (const auto& each : messages)
        all.push_back(each.seq);
    return all;
}

struct listening final : publish::subscriber {
    void deliver(std::shared_ptr<const std::string> text) override
    {
        heard.push_back(nlohmann::json::parse(*text));
    }

    bool has(const char* type, const std::string& id) const
    {
        for (const auto& each : heard)
            if (each.value("type", "") == type && each.dump().find(id) != std::string::npos)
                return true;
        return false;
    }

    std::vector<nlohmann::json> heard;
};

/// The publishing half of a server: relay, stream, hub, snapshots, on one context.
struct publishing {
    explicit publishing(net::io_context& running)
        : context(running),
          relay(context.get_executor(), async, appended),
          hub(followed, snapshots, {}),
          feeds(hub.add_shard(context.get_executor()))
    {
        start(relay.run());
        start(hub.run());
    }
    ~publishing()
    {
        for (auto& each : stops)
            each->emit(net::cancellation_type::terminal);
        while (active > 0)
            context.run_one_for(std::chrono::milliseconds(100));
    }

    void start(awaitable<void> task)
    {
        stops.push_back(std::make_unique<net::cancellation_signal>());
        ++active;
        auto ended = [this](std::exception_ptr) {
            --active;
        };
        net::co_spawn(
            context,
            std::move(task),
            net::bind_cancellation_slot(stops.back()->slot(), ended));
    }

    static awaitable<publish::shared_snapshot> no_page(model::story_key)
    {
        co_return std::make_shared<const http::page_answers>(http::header_list(), "");
    }

    net::io_context& context;
    redis_server redis{context};
    fresh_store store;
    net::thread_pool threads{1};
    storage::async_store async{*store, threads};
    publish::event_stream appended{redis.connect("append"), "events", {}};
    publish::event_stream followed{redis.connect("follow"), "events", {}};
    publish::snapshot_cache snapshots{{}, no_page};
    publish::outbox_relay relay;
    publish::feed_hub hub;
    publish::feed_shard& feeds;
    std::vector<std::unique_ptr<net::cancellation_signal>> stops;
    int active = 0;
};

}  // namespace

TEST_CASE("event stream: appending twice is appending once, in order", "[publish][integration]")
{
    net::io_context context;
    redis_server redis(context);
    publish::event_stream stream(redis.connect(), "events", {});

    CHECK(run(context, stream.latest()) == 0);
    CHECK(run(context, stream.append({message(3, "a"), message(5, "")})) == 5);
    auto added = message(6, "c");
    added.only_adds = true;
    CHECK(run(context, stream.append({message(3, "x"), message(5, "x"), added})) == 6);
    CHECK(run(context, stream.latest()) == 6);

    const auto all = run(context, stream.read_after(0));
    CHECK(seqs(all) == std::vector<std::int64_t>{3, 5, 6});
    CHECK(*all.at(0).for_readers == "a");
    CHECK(all.at(1).for_readers == nullptr);
    CHECK(*all.at(2).for_desk == "desk");
    CHECK(all.at(2).only_adds);
    CHECK_FALSE(all.at(0).only_adds);
    CHECK(all.at(0).story == sample_key());
    CHECK(seqs(run(context, stream.read_after(5))) == std::vector<std::int64_t>{6});
    CHECK(seqs(run(context, stream.read_last(2))) == std::vector<std::int64_t>{5, 6});

    run(context, stream.erase());
    CHECK(run(context, stream.latest()) == 0);
}

TEST_CASE("publishing: what is committed reaches the feeds", "[publish][integration]")
{
    net::io_context context;
    publishing all(context);
    listening reader;
    listening desk;
    all.feeds.join_story(sample_key(), reader, std::nullopt);
    all.feeds.join_desk(desk, std::nullopt);

    add(*all.store, {judged(1), judged(2, verdict_kind::hold)});
    all.relay.notify();
    run(context, wait_for(context, [&] { return desk.has("comment", sample_id(2).str()); }));

    CHECK(reader.has("published", sample_id(1).str()));
    for (const auto& each : reader.heard)
        CHECK(each.dump().find(sample_id(2).str()) == std::string::npos);

    all.feeds.leave_story(sample_key(), reader);
    all.feeds.leave_desk(desk);
}

TEST_CASE("publishing: goes on after Redis died", "[publish][integration]")
{
    net::io_context context;
    publishing all(context);
    listening reader;
    all.feeds.join_story(sample_key(), reader, std::nullopt);
    add(*all.store, {judged(1)});
    all.relay.notify();
    run(context, wait_for(context, [&] { return reader.has("published", sample_id(1).str()); }));

    ::kill(all.redis.server().pid(), SIGKILL);
    add(*all.store, {judged(2)});
    all.relay.notify();
    run(context, wait_for(context, [&] { return reader.has("published", sample_id(2).str()); }));

    int times = 0;
    for (const auto& each : reader.heard)
        times += each.value("type", "") == "published" ? 1 : 0;
    CHECK(times == 2);
    all.feeds.leave_story(sample_key(), reader);
}

TEST_CASE("publishing: a change makes the story's snapshot void", "[publish][integration]")
{
    net::io_context context;
    publishing all(context);
    run(context, wait_for(context, [&] { return all.hub.following(); }));
    run(context, all.snapshots.get(sample_key()));
    REQUIRE(all.snapshots.find(sample_key()));

    add(*all.store, {judged(1)});
    all.relay.notify();

    run(context, wait_for(context, [&] { return !all.snapshots.find(sample_key()); }));
    CHECK_FALSE(all.snapshots.find(sample_key()));
}
