#include "server/http/traffic_metrics.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace std::chrono_literals;
using http::status;

namespace {

void check_shown(const telemetry::metrics& metrics, const std::string& line)
{
    CAPTURE(metrics.exposition());
    CHECK(metrics.exposition().find(line + "\n") != std::string::npos);
}

}  // namespace

TEST_CASE("traffic metrics: all cores count into the same numbers", "[http][metrics]")
{
    telemetry::metrics metrics;
    http::traffic_metrics one(metrics, "readers");
    http::traffic_metrics two(metrics, "readers");

    for (auto* const each : {&one, &two}) {
        each->connection_opened();
        each->connection_opened();
        each->connection_closed();
        each->connection_refused();
        each->websocket_opened();
        each->websocket_too_slow();
        each->answered("/a/{b}", status::ok, 4ms);
        each->answered("/a/{b}", status::not_found, 4ms);
    }
    two.websocket_closed();

    check_shown(metrics, "rejoinder_http_connections{server=\"readers\"} 2");
    check_shown(metrics, "rejoinder_http_connections_refused_total{server=\"readers\"} 2");
    check_shown(metrics, "rejoinder_http_websockets{server=\"readers\"} 1");
    check_shown(metrics, "rejoinder_http_websockets_too_slow_total{server=\"readers\"} 2");
    const std::string route = "{route=\"/a/{b}\",server=\"readers\"";
    check_shown(metrics, "rejoinder_http_requests_total" + route + ",status=\"200\"} 2");
    check_shown(metrics, "rejoinder_http_requests_total" + route + ",status=\"404\"} 2");
    check_shown(metrics, "rejoinder_http_request_duration_seconds_count" + route + "} 4");
}

TEST_CASE("traffic metrics: durations are in seconds", "[http][metrics]")
{
    telemetry::metrics metrics;
    http::traffic_metrics traffic(metrics, "desk");
    traffic.answered("(none)", status::not_found, 250ms);

    check_shown(
        metrics,
        "rejoinder_http_request_duration_seconds_sum{route=\"(none)\",server=\"desk\"} 0.25");
}
