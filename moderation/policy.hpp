#pragma once

#include "moderation/effective_policy.hpp"
#include "moderation/policy_context.hpp"

#include <array>
#include <string>
#include <string_view>

namespace rejoinder::moderation {

/// Turns findings into a verdict.
class policy {
public:
    /// Throws rule_set_error, naming the layer, for a negative weight or thresholds that do not
    /// rise, and for more than `policy_layers_max` layers.
    explicit policy(policy_settings settings);

    const trust_settings& trust() const noexcept { return settings_.trust; }

    /// The layers that apply, laid over each other. A story's or site's own mode is above them all,
    /// looser or stricter.
    effective_policy effective(const policy_context& in) const;

    /// The layer's name, e.g. "preset balanced" or "rule set".
    std::string_view name_of(policy_source source) const;

    verdict decide(findings found, const effective_policy& by) const;

private:
    policy_settings settings_;
    effective_policy base_;
};

}  // namespace rejoinder::moderation
