// Several processes publish what one record holds.

#include "server/publish/event_stream.hpp"
#include "server/publish/outbox_relay.hpp"
#include "server/storage/async_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/redis_server.hpp"
#include "tests/support/unused_store.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>
#include <future>

using namespace rejoinder;
using namespace rejoinder::tests;

namespace {

/// A record to which another process adds an event while somebody asks for the last one.
class shared_record final : public unused_store {
public:
    std::int64_t published_through() override { return 0; }
    std::int64_t last_event() override
    {
        const auto before = events_.load();
        asked_ = true;
        appended.get_future().wait();
        return before;
    }
    std::vector<storage::outbox_entry> events_after(std::int64_t, int) override
    {
        looked_ = true;
        return {};
    }

    bool asked() const noexcept { return asked_; }
    bool looked() const noexcept { return looked_; }

    std::promise<void> appended;

private:
    std::atomic<std::int64_t> events_{4};
    std::atomic<bool> asked_{false};
    std::atomic<bool> looked_{false};
};

awaitable<void> append_meanwhile(shared_record& record, publish::event_stream& stream)
{
    net::steady_timer pause(co_await net::this_coro::executor);
    const auto wait = [&pause] {
        pause.expires_after(std::chrono::milliseconds(5));
        return pause.async_wait(net::use_awaitable);
    };
    while (!record.asked())
        co_await wait();
    publish::feed_message other;
    other.seq = 5;
    other.story = sample_key();
    std::vector<publish::feed_message> messages = {other};
    co_await stream.append(std::move(messages));
    record.appended.set_value();
    while (!record.looked())
        co_await wait();
}

}  // namespace

TEST_CASE("outbox relay: what another process publishes meanwhile stays", "[publish][integration]")
{
    net::io_context context;
    redis_server redis(context);
    publish::event_stream own(redis.connect("own"), "events", {});
    publish::event_stream others(redis.connect("others"), "events", {});
    shared_record record;
    net::thread_pool threads(1);
    storage::async_store async(record, threads);
    publish::outbox_relay relay(context.get_executor(), async, own);

    net::cancellation_signal stop;
    bool ended = false;
    net::co_spawn(
        context,
        relay.run(),
        net::bind_cancellation_slot(stop.slot(), [&ended](std::exception_ptr) { ended = true; }));
    run(context, append_meanwhile(record, others));

    CHECK(run(context, others.latest()) == 5);
    stop.emit(net::cancellation_type::terminal);
    while (!ended)
        context.run_one_for(std::chrono::milliseconds(100));
}
