#pragma once

#include "server/http/client_address.hpp"
#include "server/http/limits.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace rejoinder::async {
class io_pool;
}
namespace rejoinder::telemetry {
class metrics;
}

namespace rejoinder::http {

class router;

/// Where a server listens and whom it believes.
struct server_settings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;    ///< 0 lets the kernel choose; port() tells.
    std::string name = "public";  ///< For the metrics, where a process has several servers.
    networks trusted_proxies;     ///< Whose X-Forwarded-For and X-Forwarded-Proto count.
    limits bounds;
};

/// Serves a router's endpoints on every core of the pool: each has its own acceptor, and a
/// connection lives and dies on the core that accepted it.
class http_server {
public:
    /// Pool, router and metrics belong to the application and outlive the server. The router is
    /// complete before start().
    http_server(
        async::io_pool& pool,
        const router& routes,
        telemetry::metrics& metrics,
        server_settings settings);

    /// stop() has returned before, or the pool no longer runs.
    ~http_server();

    http_server(const http_server&) = delete;
    http_server& operator=(const http_server&) = delete;

    /// Listens. Throws std::system_error when the address cannot be had.
    void start();

    std::uint16_t port() const noexcept;

    /// Stops accepting, lets requests finish (answered with "Connection: close"), closes WebSockets
    /// with going_away, and after `grace` cuts what is left. Blocks the calling thread, which must
    /// not be one of the pool's, until no connection is left. May be called again.
    void stop(std::chrono::milliseconds grace);

private:
    struct state;
    std::unique_ptr<state> state_;
};

}  // namespace rejoinder::http
