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

/// Each a sentence for an operator.
struct readiness_report {
    std::vector<std::string> obstacles;  ///< What stands in the way of taking comments.
    std::vector<std::string> warnings;   ///< What does not, and should be mended.
};
using readiness = std::function<awaitable<readiness_report>()>;

/// The operators' endpoints, on a listener of their own: /healthz (the process runs), /readyz
/// (comments can be taken; 503 and the reasons when not), /metrics (Prometheus).
void add_operations_routes(http::router& router, telemetry::metrics& metrics, readiness ready);

}  // namespace rejoinder::routes
