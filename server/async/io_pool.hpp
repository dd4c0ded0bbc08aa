#pragma once

#include "server/async/net.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <cstddef>
#include <memory>
#include <thread>
#include <vector>

namespace rejoinder::async {

/// One io_context a core, each run by one thread of its own: what lives on a context needs no
/// locks.
class io_pool {
public:
    /// `size` of at least 1. Threads start with start().
    explicit io_pool(std::size_t size);
    ~io_pool();
    io_pool(const io_pool&) = delete;
    io_pool& operator=(const io_pool&) = delete;

    void start();

    /// Lets each thread end when its context has nothing left to do, and waits for that.
    void join();

    /// Ends the threads whatever is left to do.
    void stop();

    std::size_t size() const noexcept { return contexts_.size(); }
    net::io_context& context(std::size_t i) { return *contexts_[i]; }

private:
    using work_guard = net::executor_work_guard<net::io_context::executor_type>;

    std::vector<std::unique_ptr<net::io_context>> contexts_;
    std::vector<work_guard> guards_;
    std::vector<std::thread> threads_;
};

}  // namespace rejoinder::async
