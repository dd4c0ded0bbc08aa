#include "server/http/traffic_metrics.hpp"

namespace rejoinder::http {

traffic_metrics::traffic_metrics(telemetry::metrics& all, std::string server)
    : all_(all),
      server_(std::move(server)),
      connections_(all.make_gauge(
          "rejoinder_http_connections",
          "Open connections, WebSockets among them.",
          {{"server", server_}})),
      websockets_(
          all.make_gauge("rejoinder_http_websockets", "Open WebSockets.", {{"server", server_}})),
      refused_(all.make_counter(
          "rejoinder_http_connections_refused_total",
          "Connections closed at once because a limit was reached.",
          {{"server", server_}})),
      too_slow_(all.make_counter(
          "rejoinder_http_websockets_too_slow_total",
          "WebSockets closed because they read slower than events came.",
          {{"server", server_}}))
{
}

void traffic_metrics::answered(std::string_view route, status code, std::chrono::nanoseconds took)
{
    counter_of(route, code).increment();

    auto found = durations_.find(route);
    if (found == durations_.end()) {
        const auto made = all_.make_histogram(
            "rejoinder_http_request_duration_seconds",
            "From the request's header to the last byte of its answer.",
            telemetry::latency_bounds(),
            {{"server", server_}, {"route", std::string(route)}});
        found = durations_.emplace(route, made).first;
    }
    found->second.observe(std::chrono::duration<double>(took).count());
}

telemetry::counter& traffic_metrics::counter_of(std::string_view route, status code)
{
    const std::pair key(route, code);
    auto found = requests_.find(key);
    if (found == requests_.end()) {
        const auto made = all_.make_counter(
            "rejoinder_http_requests_total",
            "Requests answered, by route and status.",
            {{"server", server_},
             {"route", std::string(route)},
             {"status", std::to_string(static_cast<unsigned>(code))}});
        found = requests_.emplace(key, made).first;
    }
    return found->second;
}

}  // namespace rejoinder::http
