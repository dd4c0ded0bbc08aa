#pragma once

#include "server/async/net.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/cancellation_type.hpp>

#include <chrono>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <string_view>

namespace rejoinder::async {

/// Owns the coroutines of one component: counts them, reports what escapes from them and cancels
/// them. The only place in the server that spawns.
///
/// Thread-safe; the coroutines may run on any executors. Must outlive no one: what it spawned keeps
/// the shared state alive, yet a component waits for its group before it goes.
class task_group {
public:
    /// Gets the name given to spawn() and the exception that ended the coroutine. Cancellation is
    /// not reported.
    using failure_handler = std::function<void(std::string_view what, std::exception_ptr failure)>;

    explicit task_group(failure_handler on_failure);
    ~task_group();
    task_group(const task_group&) = delete;
    task_group& operator=(const task_group&) = delete;

    /// Starts the coroutine on the executor. `what` must be a literal: it is kept as a view.
    void spawn(net::any_io_executor executor, awaitable<void> task, std::string_view what);

    /// Asks every coroutine to stop, each on its own executor. Later ones are not started.
    void cancel(net::cancellation_type type = net::cancellation_type::terminal);

    std::size_t running() const;

    /// Blocks the calling thread, which must not be one the coroutines run on, until none runs or
    /// the time is over. Returns whether none runs.
    bool wait_for(std::chrono::milliseconds longest) const;

private:
    struct state;
    std::shared_ptr<state> state_;
};

}  // namespace rejoinder::async
