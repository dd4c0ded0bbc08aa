#include "moderation/policy.hpp"

#include "moderation/rule_set_error.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace rejoinder::moderation {

namespace {

std::size_t index_of(reason why)
{
    return static_cast<std::size_t>(why);
}

void check_thresholds(const policy_settings& settings)
{
    const std::pair<const char*, std::optional<double>> rising[] = {
        {"hold_at", settings.hold_at},
        {"spam_at", settings.spam_at},
        {"reject_at", settings.reject_at},
    };
    double before = 0;
    for (const auto& [name, threshold] : rising) {
        if (!threshold)
            continue;
        // A threshold of 0 would decide about comments in which nothing was found.
        if (!std::isfinite(*threshold) || *threshold <= 0 || *threshold < before)
            throw rule_set_error(
                std::string("policy: ") + name +
                " must be more than 0, and not less than a milder threshold");
        before = *threshold;
    }
    if (settings.counted_per_reason_max < 1)
        throw rule_set_error("policy: counted_per_reason_max must be at least 1");
}

}  // namespace

policy::policy(policy_settings settings)
    : settings_(std::move(settings))
{
    check_thresholds(settings_);
    for (const auto& [why, weight] : settings_.weights) {
        if (!std::isfinite(weight) || weight < 0)
            throw rule_set_error(
                "policy: the weight of " + std::string(to_string(why)) + " must not be negative");
        weights_[index_of(why)] = weight;
    }
    for (const auto& [why, kind] : settings_.decisive) {
        if (kind == verdict_kind::publish)
            throw rule_set_error(
                "policy: " + std::string(to_string(why)) + " cannot be decisive for publish");
        decisive_[index_of(why)] = kind;
    }
    // Nothing fails open, whatever the rule set says.
    for (const auto why : {reason::filter_failed, reason::pre_moderated})
        decisive_[index_of(why)] = std::max(decisive_[index_of(why)], verdict_kind::hold);
}

verdict policy::decide(findings found, moderation_mode mode) const
{
    if (mode == moderation_mode::before || settings_.mode == moderation_mode::before)
        found.push_back({.reason = reason::pre_moderated, .filter = "policy"});

    verdict made{.kind = verdict_kind::publish, .score = 0, .found = std::move(found)};
    std::array<int, reason_count> counted{};
    for (auto& item : made.found) {
        made.score += weigh(item, counted);
        made.kind = std::max(made.kind, decisive_[index_of(item.reason)]);
    }

    const auto reached = [&](std::optional<double> threshold) {
        return threshold && made.score >= *threshold;
    };
    if (reached(settings_.hold_at))
        made.kind = std::max(made.kind, verdict_kind::hold);
    if (reached(settings_.spam_at))
        made.kind = std::max(made.kind, verdict_kind::spam);
    if (reached(settings_.reject_at))
        made.kind = std::max(made.kind, verdict_kind::reject);
    return made;
}

double policy::weigh(finding& item, std::array<int, reason_count>& counted) const
{
    const auto index = index_of(item.reason);
    item.weight = counted[index] < settings_.counted_per_reason_max ? weights_[index] : 0;
    ++counted[index];
    return item.weight;
}

}  // namespace rejoinder::moderation
