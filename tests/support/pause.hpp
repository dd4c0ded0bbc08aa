#pragma once

#include "server/async/net.hpp"
#include "tests/support/run.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>

namespace rejoinder::tests {

/// Lets real time pass, for what Redis itself times; other work on the context goes on meanwhile.
inline void pause(net::io_context& context, std::chrono::milliseconds time)
{
    run(context, [](net::io_context& on, std::chrono::milliseconds wait) -> awaitable<void> {
        net::steady_timer timer(on, wait);
        co_await timer.async_wait(net::use_awaitable);
    }(context, time));
}

}  // namespace rejoinder::tests
