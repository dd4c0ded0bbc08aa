// Claims from one desk to another, with a real Redis.

#include "server/publish/claim_board.hpp"
#include "server/publish/event_stream.hpp"
#include "server/publish/feed_hub.hpp"
#include "server/publish/notice_feed.hpp"
#include "server/publish/snapshot_cache.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/redis_server.hpp"
#include "tests/support/run.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <nlohmann/json.hpp>

using namespace rejoinder;
using namespace std::chrono_literals;

namespace {

publish::claim anna()
{
    return {model::moderator_id("0192f0c1-0000-7000-8000-00000000000a"), "Anna"};
}

publish::claim ben()
{
    return {model::moderator_id("0192f0c1-0000-7000-8000-00000000000b"), "Ben\nB."};
}

struct heard_notices final : publish::subscriber {
    void deliver(std::shared_ptr<const std::string> text) override
    {
        auto message = nlohmann::json::parse(*text);
        if (message["type"] == "claim")
            all.push_back(std::move(message));
    }

    std::vector<nlohmann::json> all;
};

awaitable<publish::shared_snapshot> no_page(model::story_key)
{
    co_return nullptr;
}

/// Claims again and again until the desk hears of it, then lets go and waits for that.
awaitable<void> claim_until_heard(
    net::io_context& context,
    publish::claim_board& board,
    heard_notices& desk)
{
    net::steady_timer pause(context);
    while (desk.all.empty()) {
        auto by = anna();
        co_await board.take(tests::sample_id(1), tests::sample_key(), std::move(by));
        pause.expires_after(20ms);
        co_await pause.async_wait(net::use_awaitable);
    }
    auto by = anna();
    co_await board.release(tests::sample_id(1), tests::sample_key(), std::move(by));
    while (desk.all.back()["open"] == true) {
        pause.expires_after(5ms);
        co_await pause.async_wait(net::use_awaitable);
    }
}

}  // namespace

TEST_CASE("claims: the first has it, until it lets go", "[publish][redis]")
{
    net::io_context context;
    tests::redis_server server(context);
    auto& connection = server.connect();
    publish::claim_board board(connection, "rj:");
    const auto id = tests::sample_id(1);
    const auto key = tests::sample_key();
    const auto take = [&](publish::claim by) {
        return tests::run(context, board.take(id, key, std::move(by)));
    };

    CHECK(take(anna()).name == "Anna");
    CHECK(take(ben()).id == anna().id);
    CHECK(take(anna()).id == anna().id);
    const auto held = tests::run(context, board.holders({tests::sample_id(2).str(), id.str()}));
    REQUIRE(held.size() == 1);
    CHECK(held.at(id.str()).name == "Anna");
    CHECK(tests::run(context, board.holders({})).empty());

    tests::run(context, board.release(id, key, ben()));
    CHECK(take(ben()).id == anna().id);
    tests::run(context, board.release(id, key, anna()));
    CHECK(take(ben()).name == ben().name);

    redis::command ask("TTL");
    ask.add("rj:claim:" + id.str());
    const auto left = tests::run(context, connection.execute(std::move(ask), 5s)).integer();
    CHECK(left > 0);
    CHECK(left <= publish::claim_lifetime.count());
}

TEST_CASE("claims: every desk hears of them at once", "[publish][redis]")
{
    net::io_context context;
    tests::redis_server server(context);
    publish::claim_board board(server.connect(), "rj:");
    publish::snapshot_cache snapshots({}, no_page);
    publish::event_stream events(server.connect(), "rj:events", {});
    publish::feed_hub hub(events, snapshots, {});
    auto& feeds = hub.add_shard(context.get_executor());
    heard_notices desk;
    feeds.join_desk(desk, std::nullopt);
    publish::notice_feed notices(server.connect(), publish::notices_key("rj:"), hub);

    net::cancellation_signal stop;
    bool ended = false;
    net::co_spawn(
        context,
        notices.run(),
        net::bind_cancellation_slot(stop.slot(), [&](std::exception_ptr) { ended = true; }));
    const auto id = tests::sample_id(1);
    tests::run(context, claim_until_heard(context, board, desk));
    CHECK(desk.all.front()["by"] == "Anna");
    CHECK(desk.all.front()["comment"] == id.str());
    CHECK(desk.all.front()["site"] == "demo");
    feeds.leave_desk(desk);
    stop.emit(net::cancellation_type::terminal);
    while (!ended)
        context.run_one_for(100ms);
}
