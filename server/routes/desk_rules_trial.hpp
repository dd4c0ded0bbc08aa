#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// GET /api/v1/desk/rules/differences: what leads from one kept version to another.
awaitable<http::response> desk_compare_rules(http::request request, const services& use);

/// GET /api/v1/desk/rules/policy: what weighs how much in a story, and which layer says so.
awaitable<http::response> desk_show_policy(http::request request, const services& use);

/// POST /api/v1/desk/rules/backtests: tries a kept version on stored comments.
awaitable<http::response> desk_start_backtest(http::request request, const services& use);

/// GET /api/v1/desk/rules/backtests/{backtest}: how far it is, or what came out.
awaitable<http::response> desk_show_backtest(http::request request, const services& use);

}  // namespace rejoinder::routes
