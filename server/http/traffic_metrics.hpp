#pragma once

#include "server/http/protocol.hpp"
#include "server/telemetry/metrics.hpp"

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace rejoinder::http {

/// What one core counts of its traffic. Labels are route patterns and statuses, never what a client
/// sent. Belongs to one thread; all cores count into the same numbers.
class traffic_metrics {
public:
    /// `all` outlives this object. `server` is server_settings::name.
    traffic_metrics(telemetry::metrics& all, std::string server);

    /// `route` must live as long as this object: a router's pattern or a literal.
    void answered(std::string_view route, status code, std::chrono::nanoseconds took);

    void connection_opened() { connections_.increment(); }
    void connection_closed() { connections_.decrement(); }
    void connection_refused() { refused_.increment(); }
    void websocket_opened() { websockets_.increment(); }
    void websocket_closed() { websockets_.decrement(); }
    void websocket_too_slow() { too_slow_.increment(); }

private:
    telemetry::counter& counter_of(std::string_view route, status code);

    telemetry::metrics& all_;
    std::string server_;
    telemetry::gauge connections_;
    telemetry::gauge websockets_;
    telemetry::counter refused_;
    telemetry::counter too_slow_;
    std::map<std::pair<std::string_view, status>, telemetry::counter> requests_;
    std::map<std::string_view, telemetry::histogram> durations_;
};

}  // namespace rejoinder::http
