#pragma once

#include "moderation/policy.hpp"

#include <nlohmann/json_fwd.hpp>

namespace rejoinder::rules {

/// The policy that holds in a context, each value with the layer it comes from:
///
///     {"mode": {"value": "after", "from": "preset balanced"},
///      "weights": {"flood": {"value": 5, "from": "override the night"}, …},
///      "decisive": …, "silent": …, "thresholds": …, "counted_per_reason_max": …}
///
/// A verdict of null decides nothing; a threshold of null is never reached.
nlohmann::json policy_json(const moderation::policy& policy, const moderation::policy_context& in);

}  // namespace rejoinder::rules
