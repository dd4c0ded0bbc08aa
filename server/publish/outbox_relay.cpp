#include "server/publish/outbox_relay.hpp"

#include "server/publish/event_json.hpp"
#include "server/storage/async_store.hpp"
#include "server/telemetry/log.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <exception>
#include <utility>

namespace rejoinder::publish {

namespace {

constexpr int batch_max = 500;
constexpr std::chrono::milliseconds idle_check{5'000};  // Another process may have committed.
constexpr std::chrono::milliseconds retry_failed_after{250};

}  // namespace

outbox_relay::outbox_relay(
    net::any_io_executor executor,
    storage::async_store& store,
    event_stream& stream)
    : executor_(std::move(executor)),
      store_(store),
      stream_(stream),
      wake_(executor_)
{
}

awaitable<void> outbox_relay::run()
{
    // Ends by cancellation, which arrives as an exception from whatever is awaited.
    co_await net::this_coro::throw_if_cancelled(true);
    for (;;) {
        std::exception_ptr failure;
        bool more = false;
        try {
            if (!adopted_)
                co_await adopt_stream();
            more = co_await relay_some();
        } catch (const std::exception&) {
            failure = std::current_exception();
        }
        const auto state = co_await net::this_coro::cancellation_state;
        if (state.cancelled() != net::cancellation_type::none)
            co_return;
        if (failure) {
            adopted_ = false;  // Redis may come back empty or from another history.
            co_await wait(retry_failed_after);
        } else if (!more) {
            co_await wait(idle_check);
        }
    }
}

void outbox_relay::notify()
{
    if (notified_.exchange(true))
        return;
    net::post(executor_, [this] { wake_.cancel(); });
}

awaitable<void> outbox_relay::adopt_stream()
{
    through_ = co_await store_.published_through();
    recorded_ = through_;
    // In this order: what another process commits and appends meanwhile is in the record first.
    const auto latest = co_await stream_.latest();
    const auto last_event = co_await store_.last_event();
    if (latest > last_event) {
        telemetry::log_warning(
            "event_stream_from_another_database",
            {{"stream", latest}, {"store", last_event}});
        co_await stream_.erase();
    }
    adopted_ = true;
}

awaitable<bool> outbox_relay::relay_some()
{
    notified_ = false;
    auto entries = co_await store_.events_after(through_, batch_max);
    if (entries.empty()) {
        if (through_ != recorded_) {
            co_await store_.set_published_through(through_);
            recorded_ = through_;
        }
        co_return false;
    }

    auto messages = messages_for(entries);
    const auto last = messages.back().seq;
    co_await stream_.append(std::move(messages));
    through_ = last;
    co_return true;
}

awaitable<void> outbox_relay::wait(std::chrono::milliseconds longest)
{
    wake_.expires_after(longest);
    if (notified_)
        co_return;
    co_await wake_.async_wait(net::as_tuple(net::use_awaitable));
}

}  // namespace rejoinder::publish
