#pragma once

#include "server/rules/backtest.hpp"

#include <nlohmann/json_fwd.hpp>

namespace rejoinder::rules {

/// A report as the desk and `rejoinder rules backtest --json` have it.
nlohmann::json backtest_json(const backtest_report& report);

}  // namespace rejoinder::rules
