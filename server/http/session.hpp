#pragma once

#include "server/async/net.hpp"
#include "server/http/connection_gate.hpp"
#include "server/http/connection_socket.hpp"
#include "server/http/connection_table.hpp"
#include "server/http/http_server.hpp"
#include "server/http/traffic_metrics.hpp"

#include <cstddef>

namespace rejoinder::http {

class router;

/// What the sessions of one core share.
struct core_context {
    core_context(
        std::size_t index_,
        const server_settings& settings_,
        const router& routes_,
        telemetry::metrics& metrics)
        : index(index_),
          settings(settings_),
          routes(routes_),
          connections(connection::clock::now()),
          traffic(metrics, settings_.name)
    {
    }

    std::size_t index;
    const server_settings& settings;
    const router& routes;
    connection_table connections;
    traffic_metrics traffic;
};

/// One connection from accept to end: read a request, answer it, again; or become a WebSocket.
/// Requests that were sent ahead stay in the buffer and are answered in order. The core outlives
/// it.
awaitable<void> run_session(
    connection_socket socket,
    connection_gate::place place,
    core_context& core);

}  // namespace rejoinder::http
