#include "server/async/io_pool.hpp"

namespace rejoinder::async {

io_pool::io_pool(std::size_t size)
{
    constexpr int one_thread = 1;  // The hint lets Asio leave out its locks.
    for (std::size_t i = 0; i < size; ++i) {
        contexts_.push_back(std::make_unique<net::io_context>(one_thread));
        guards_.push_back(net::make_work_guard(*contexts_.back()));
    }
}

io_pool::~io_pool()
{
    stop();
}

void io_pool::start()
{
    for (const auto& context : contexts_)
        threads_.emplace_back([&io = *context] { io.run(); });
}

void io_pool::join()
{
    guards_.clear();
    for (auto& thread : threads_)
        thread.join();
    threads_.clear();
}

void io_pool::stop()
{
    for (const auto& context : contexts_)
        context->stop();
    join();
}

}  // namespace rejoinder::async
