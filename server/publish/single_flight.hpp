#pragma once

#include "server/async/net.hpp"
#include "server/publish/shared_snapshot.hpp"

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace rejoinder::publish {

/// One rendering under way and those who wait for it, on whatever core each of them runs.
class single_flight {
public:
    explicit single_flight(std::uint64_t generation)
        : generation_(generation)
    {
    }

    /// The state of the story that this rendering is sure to contain.
    std::uint64_t generation() const noexcept { return generation_; }

    /// Waits for the page, or throws what the rendering threw. `self` keeps the flight alive.
    static awaitable<shared_snapshot> wait(std::shared_ptr<single_flight> self)
    {
        const auto executor = co_await net::this_coro::executor;
        // Named, not a temporary of the co_await expression: g++ 12 destroys those twice.
        auto initiate = [self, executor](auto handler) {
            self->join(waiter(executor, std::move(handler)));
        };
        auto landed = net::async_initiate<decltype(net::use_awaitable), signature>(
            std::move(initiate),
            net::use_awaitable);
        co_return co_await std::move(landed);
    }

    /// Ends the flight once; wakes everybody on their own executors.
    void land(std::exception_ptr failure, shared_snapshot page)
    {
        std::vector<waiter> waiting;
        {
            const std::lock_guard lock(mutex_);
            landed_ = true;
            failure_ = failure;
            page_ = page;
            waiting.swap(waiting_);
        }
        for (auto& each : waiting)
            wake(std::move(each), failure, page);
    }

private:
    using signature = void(std::exception_ptr, shared_snapshot);
    struct waiter {
        waiter(net::any_io_executor on, net::any_completion_handler<signature> then)
            : executor(std::move(on)),
              handler(std::move(then))
        {
        }

        net::any_io_executor executor;
        net::any_completion_handler<signature> handler;
    };

    void join(waiter waiting)
    {
        {
            const std::lock_guard lock(mutex_);
            if (!landed_) {
                waiting_.push_back(std::move(waiting));
                return;
            }
        }
        wake(std::move(waiting), failure_, page_);
    }

    static void wake(waiter waiting, std::exception_ptr failure, shared_snapshot page)
    {
        net::post(
            waiting.executor,
            [handler = std::move(waiting.handler), failure, page = std::move(page)]() mutable {
                std::move(handler)(failure, std::move(page));
            });
    }

    std::uint64_t generation_;
    std::mutex mutex_;
    bool landed_ = false;
    std::exception_ptr failure_;
    shared_snapshot page_;
    std::vector<waiter> waiting_;
};

}  // namespace rejoinder::publish
