#pragma once

#include "server/async/net.hpp"
#include "server/publish/event_stream.hpp"

#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <cstdint>

namespace rejoinder::storage {
class async_store;
}

namespace rejoinder::publish {

/// Carries committed events from storage's outbox to the event stream, in order, each once.
///
/// Publishing cannot be forgotten: an event row is written with the change it tells of, and what a
/// crash kept from being published is published at the next start.
class outbox_relay {
public:
    /// The store and the stream belong to the application and outlive the relay.
    outbox_relay(net::any_io_executor executor, storage::async_store& store, event_stream& stream);

    /// Runs until cancelled. Survives the loss of Redis and of storage; tries again.
    awaitable<void> run();

    /// Something was committed. From any thread; cheap; many calls become one relay.
    void notify();

private:
    awaitable<void> adopt_stream();
    awaitable<bool> relay_some();
    awaitable<void> wait(std::chrono::milliseconds longest);

    net::any_io_executor executor_;
    storage::async_store& store_;
    event_stream& stream_;
    net::steady_timer wake_;
    std::atomic<bool> notified_{false};
    bool adopted_ = false;
    std::int64_t through_ = 0;   ///< Events up to here are in the stream.
    std::int64_t recorded_ = 0;  ///< What storage knows of that.
};

}  // namespace rejoinder::publish
