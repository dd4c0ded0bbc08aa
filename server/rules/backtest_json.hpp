#pragma once

#include "server/rules/backtest.hpp"

#include <nlohmann/json_fwd.hpp>

namespace rejoinder::rules {

/// What readers wrote is shown to whoever asks, and not kept in a report, which would outlive it.
enum class excerpts { shown, left_out };

/// A report as the desk and `rejoinder rules backtest --json` have it.
nlohmann::json backtest_json(const backtest_report& report, excerpts with);

}  // namespace rejoinder::rules
