#include "server/routes/health.hpp"

#include "server/telemetry/metrics.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace rejoinder::routes {

namespace {

using http::request;
using http::verb;

awaitable<http::response> show_health(request)
{
    const nlohmann::json body = {{"status", "ok"}};
    co_return http::json_response(http::status::ok, body);
}

awaitable<http::response> show_readiness(request, readiness ready)
{
    const auto found = co_await ready();
    const bool is_ready = found.obstacles.empty();
    const nlohmann::json body = {
        {"status", is_ready ? "ready" : "not ready"},
        {"obstacles", found.obstacles},
        {"warnings", found.warnings},
    };
    co_return http::json_response(
        is_ready ? http::status::ok : http::status::service_unavailable,
        body);
}

awaitable<http::response> show_metrics(request, telemetry::metrics& metrics)
{
    co_return http::response(
        http::status::ok,
        "text/plain; version=0.0.4; charset=utf-8",
        metrics.exposition());
}

}  // namespace

void add_operations_routes(http::router& router, telemetry::metrics& metrics, readiness ready)
{
    router.add(verb::get, "/healthz", [](request asked) { return show_health(std::move(asked)); });
    router.add(verb::get, "/readyz", [ready = std::move(ready)](request asked) {
        return show_readiness(std::move(asked), ready);
    });
    router.add(verb::get, "/metrics", [&metrics](request asked) {
        return show_metrics(std::move(asked), metrics);
    });
}

}  // namespace rejoinder::routes
