#include "moderation/effective_policy.hpp"

namespace rejoinder::moderation {

void effective_policy::apply(const policy_change& change, policy_source source)
{
    if (change.mode)
        mode = {*change.mode, source};
    for (const auto& [why, weight] : change.weights)
        weights[static_cast<std::size_t>(why)] = {weight, source};
    for (const auto& [why, kind] : change.decisive)
        decisive[static_cast<std::size_t>(why)] = {kind, source};
    for (const auto& [why, value] : change.silent)
        silent[static_cast<std::size_t>(why)] = {value, source};
    if (change.hold_at)
        hold_at = {change.hold_at->value, source};
    if (change.spam_at)
        spam_at = {change.spam_at->value, source};
    if (change.reject_at)
        reject_at = {change.reject_at->value, source};
    if (change.counted_per_reason_max)
        counted_per_reason_max = {*change.counted_per_reason_max, source};
}

}  // namespace rejoinder::moderation
