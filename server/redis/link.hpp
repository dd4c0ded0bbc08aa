#pragma once

#include "server/async/net.hpp"
#include "server/redis/command.hpp"
#include "server/redis/endpoint.hpp"
#include "server/redis/reply.hpp"

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/system/error_code.hpp>

#include <chrono>
#include <list>
#include <memory>

struct redisAsyncContext;
struct redisReply;

namespace rejoinder::redis {

/// One hiredis connection from opening to its end; it never comes back. Single-threaded.
class link : public std::enable_shared_from_this<link> {
public:
    using milliseconds = std::chrono::milliseconds;

    /// Begins to connect. Throws error::not_connected when that fails at once.
    static std::shared_ptr<link> open(net::any_io_executor executor, const endpoint& at);
    ~link();

    /// Waits until the connection stands; throws error::not_connected or error::timed_out.
    awaitable<void> connected(milliseconds deadline);

    /// Waits until the connection has ended.
    awaitable<void> closed();

    /// An error answer is returned, a lost connection thrown.
    awaitable<reply> execute(command what, milliseconds deadline);

    /// Ends it now; everything under way fails with `why`.
    void close(boost::system::error_code why);

private:
    using signature = void(boost::system::error_code, reply);
    struct operation {
        net::any_completion_handler<signature> handler;
        std::chrono::steady_clock::time_point deadline;
    };

    explicit link(net::any_io_executor executor);

    void send(const command& what, milliseconds deadline, net::any_completion_handler<signature> h);
    void finish(
        std::list<operation>::iterator which,
        boost::system::error_code failure,
        reply answer);
    void watch_deadlines();
    void lost(boost::system::error_code why);

    static void on_connect(const redisAsyncContext* context, int status);
    static void on_disconnect(const redisAsyncContext* context, int status);
    static void on_reply(redisAsyncContext* context, void* answer, void* which);

    enum class phase { connecting, open, closed };

    net::any_io_executor executor_;
    redisAsyncContext* context_ = nullptr;
    phase phase_ = phase::connecting;
    std::list<operation> under_way_;  ///< In the order sent, which is the order of the answers.
    net::steady_timer changed_;       ///< Never expires; cancelled when the phase changes.
    net::steady_timer sweep_;
    bool sweeping_ = false;
    boost::system::error_code closed_because_;
};

}  // namespace rejoinder::redis
