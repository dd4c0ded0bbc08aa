#pragma once

#include "server/async/net.hpp"
#include "server/http/router.hpp"

#include <functional>
#include <string>
#include <vector>

namespace rejoinder::telemetry {
class metrics;
}

namespace rejoinder::routes {

/// What stands in the way of taking comments; empty when nothing does. Each a sentence for an
/// operator.
using readiness = std::function<awaitable<std::vector<std::string>>()>;

/// The operators' endpoints, on a listener of their own: /healthz (the process runs), /readyz
/// (comments can be taken; 503 and the reasons when not), /metrics (Prometheus).
void add_operations_routes(http::router& router, telemetry::metrics& metrics, readiness ready);

}  // namespace rejoinder::routes
