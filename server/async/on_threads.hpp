#pragma once

#include "server/async/net.hpp"

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace rejoinder::async {

/// Runs blocking work on the pool and comes back to the caller's executor with what it returned or
/// threw. The work is not interrupted by cancellation; the caller waits for its end. The pool must
/// outlive the call; `work` is owned by it.
template <class Work>
awaitable<std::invoke_result_t<Work&>> on_threads(net::thread_pool& pool, Work work)
{
    using value = std::invoke_result_t<Work&>;
    using kept = std::conditional_t<std::is_void_v<value>, bool, std::optional<value>>;

    const net::any_io_executor executor = co_await net::this_coro::executor;
    auto outcome = std::make_shared<kept>();
    auto job = std::make_shared<Work>(std::move(work));
    // Named, not a temporary of the co_await expression: g++ 12 destroys those twice.
    auto initiate = [&pool, outcome, job, executor](auto token) {
        using handler_type = net::any_completion_handler<void(std::exception_ptr)>;
        auto shared = std::make_shared<handler_type>(std::move(token));
        net::post(pool, [outcome, job, executor, shared]() {
            std::exception_ptr failure;
            try {
                if constexpr (std::is_void_v<value>)
                    (*job)();
                else
                    outcome->emplace((*job)());
            } catch (...) {
                failure = std::current_exception();
            }
            // Moved: the exception belongs to one thread at a time.
            net::post(executor, [failure = std::move(failure), shared]() mutable {
                std::move (*shared)(std::move(failure));
            });
        });
    };
    auto finished = net::async_initiate<decltype(net::use_awaitable), void(std::exception_ptr)>(
        std::move(initiate),
        net::use_awaitable);
    co_await std::move(finished);
    if constexpr (!std::is_void_v<value>)
        co_return std::move(**outcome);
}

}  // namespace rejoinder::async
