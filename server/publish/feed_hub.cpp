#include "server/publish/feed_hub.hpp"

#include "server/publish/snapshot_cache.hpp"
#include "server/telemetry/log.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <exception>
#include <utility>

namespace rejoinder::publish {

namespace {

constexpr std::chrono::milliseconds retry_after{250};

}  // namespace

feed_hub::feed_hub(event_stream& stream, snapshot_cache& snapshots, publish_settings settings)
    : stream_(stream),
      snapshots_(snapshots),
      settings_(settings)
{
}

feed_shard& feed_hub::add_shard(net::any_io_executor executor)
{
    cores_.push_back(
        {std::move(executor), std::make_unique<feed_shard>(settings_)});
    return *cores_.back().feeds;
}

awaitable<void> feed_hub::run()
{
    net::steady_timer pause(co_await net::this_coro::executor);
    for (;;) {
        try {
            co_await catch_up();
            following_ = true;
            snapshots_.set_following(true);
            co_await follow();
        } catch (const std::exception&) {
            // The connection logs why it was lost; here only what follows from it.
            if (following_.exchange(false))
                telemetry::log_warning("event_stream_lost", {{"position", position_}});
        }
        following_ = false;
        snapshots_.set_following(false);

        const auto state = co_await net::this_coro::cancellation_state;
        if (state.cancelled() != net::cancellation_type::none)
            co_return;
        pause.expires_after(retry_after);
        co_await pause.async_wait(net::as_tuple(net::use_awaitable));
    }
}

awaitable<void> feed_hub::catch_up()
{
    const auto latest = co_await stream_.latest();
    if (position_ >= 0 && latest >= position_)
        co_return;  // The same stream, perhaps with news: follow() reads on from the position.

    auto last = co_await stream_.read_last(settings_.history_events_max);
    reset(last.empty() ? latest : last.front().seq - 1);
    deliver(std::move(last));
}

awaitable<void> feed_hub::follow()
{
    for (;;) {
        auto messages = co_await stream_.read_after(position_);
        if (!messages.empty())
            deliver(std::move(messages));
        else if (co_await stream_.latest() < position_)
            co_return;  // The stream was replaced; catch_up() begins anew.
    }
}

void feed_hub::deliver(std::vector<feed_message> messages)
{
    if (messages.empty())
        return;
    position_ = messages.back().seq;
    for (const auto& message : messages)
        if (message.for_readers)
            snapshots_.invalidate(
                message.story,
                message.only_adds ? change::adds : change::removes);

    const auto shared = std::make_shared<const std::vector<feed_message>>(std::move(messages));
    for (const auto& core : cores_)
        net::post(core.executor, [feeds = core.feeds.get(), shared] { feeds->deliver(*shared); });
}

void feed_hub::tell_desks(std::vector<feed_message> notices)
{
    const auto shared = std::make_shared<const std::vector<feed_message>>(std::move(notices));
    for (const auto& core : cores_)
        net::post(core.executor, [feeds = core.feeds.get(), shared] { feeds->tell_desk(*shared); });
}

void feed_hub::reset(std::int64_t latest)
{
    position_ = latest;
    snapshots_.invalidate_all();
    for (const auto& core : cores_)
        net::post(core.executor, [feeds = core.feeds.get(), latest] { feeds->reset(latest); });
}

}  // namespace rejoinder::publish
