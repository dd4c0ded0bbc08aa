#pragma once

#include "server/async/net.hpp"
#include "server/redis/command.hpp"
#include "server/redis/endpoint.hpp"
#include "server/redis/redis_settings.hpp"
#include "server/redis/reply.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::redis {

/// One connection to Redis that keeps itself up. Commands of any number of coroutines share it and
/// its round trips: each is sent at once, answers come in order (automatic pipelining).
///
/// Everything happens on one single-threaded executor. A command that blocks inside Redis (BLOCK)
/// holds up all behind it and needs a connection of its own.
class connection {
public:
    using milliseconds = std::chrono::milliseconds;

    /// `name` tells the connection in the log: "queue", "events".
    connection(
        net::any_io_executor executor,
        endpoint at,
        redis_settings settings,
        std::string name);
    ~connection();
    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;

    /// Connects and reconnects until stop() or cancellation.
    awaitable<void> run();

    /// Ends run() and fails all that is under way. From the executor only.
    void stop();

    bool connected() const noexcept;

    /// Waits until there is a connection; throws error::timed_out.
    awaitable<void> ready(milliseconds deadline);

    /// Sends and waits for the answer. Throws boost::system::system_error: not_connected at once
    /// when there is no connection, connection_lost, timed_out, or refused when Redis answers with
    /// an error. A connection on which a command timed out is dropped, for its later answers would
    /// be taken for those of other commands.
    awaitable<reply> execute(command what, milliseconds deadline);

    /// As execute(), but an error answer is returned and not thrown.
    awaitable<reply> try_execute(command what, milliseconds deadline);

    /// Runs a Lua script by its SHA-1; sends the text only where Redis does not know it.
    awaitable<reply> evaluate(
        std::string_view script,
        std::vector<std::string> keys,
        std::vector<std::string> arguments,
        milliseconds deadline);

private:
    class implementation;
    std::shared_ptr<implementation> implementation_;
};

}  // namespace rejoinder::redis
