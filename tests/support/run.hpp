#pragma once

#include "server/async/net.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <chrono>
#include <exception>
#include <optional>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace rejoinder::tests {

/// Runs the context until the coroutine has ended, and returns or throws what it did. Fails after
/// half a minute, so that a hanging test ends. Other work on the context goes on meanwhile.
template <class T>
T run(net::io_context& context, awaitable<T> task)
{
    using kept = std::conditional_t<std::is_void_v<T>, bool, std::optional<T>>;
    bool done = false;
    std::exception_ptr failure;
    kept value{};
    auto end = [&](std::exception_ptr thrown, auto&&... result) {
        failure = thrown;
        if constexpr (!std::is_void_v<T>) {
            if (!thrown)
                value.emplace(std::move(result)...);
        }
        done = true;
    };
    net::co_spawn(context, std::move(task), end);

    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    context.restart();
    while (!done && std::chrono::steady_clock::now() < until)
        context.run_one_for(std::chrono::milliseconds(100));
    if (!done)
        throw std::runtime_error("the coroutine did not end within 30 s");
    if (failure)
        std::rethrow_exception(failure);
    if constexpr (!std::is_void_v<T>)
        return std::move(*value);
}

}  // namespace rejoinder::tests
