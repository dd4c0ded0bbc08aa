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

void check_thresholds(const effective_policy& checked, const std::string& layer)
{
    const std::pair<const char*, std::optional<double>> rising[] = {
        {"hold", checked.hold_at.value},
        {"spam", checked.spam_at.value},
        {"reject", checked.reject_at.value},
    };
    double before = 0;
    for (const auto& [name, threshold] : rising) {
        if (!threshold)
            continue;
        // A threshold of 0 would decide about comments in which nothing was found.
        if (!std::isfinite(*threshold) || *threshold <= 0 || *threshold < before)
            throw rule_set_error(
                "policy, " + layer + ": the threshold for " + name +
                " must be more than 0, and not less than a milder threshold");
        before = *threshold;
    }
    if (checked.counted_per_reason_max.value < 1)
        throw rule_set_error("policy, " + layer + ": counted_per_reason_max must be at least 1");
    for (std::size_t i = 0; i < reason_count; ++i)
        if (!std::isfinite(checked.weights[i].value) || checked.weights[i].value < 0)
            throw rule_set_error(
                "policy, " + layer + ": the weight of " +
                std::string(to_string(static_cast<reason>(i))) + " must not be negative");
}

/// Nothing fails open, whatever the rule set says.
void keep_closed(effective_policy& policy)
{
    for (const auto why : {reason::filter_failed, reason::pre_moderated}) {
        auto& kind = policy.decisive[index_of(why)].value;
        kind = std::max(kind, verdict_kind::hold);
        policy.silent[index_of(why)].value = false;
    }
}

}  // namespace

policy::policy(policy_settings settings)
    : settings_(std::move(settings))
{
    if (settings_.layers.size() > policy_layers_max)
        throw rule_set_error(
            "policy: at most " + std::to_string(policy_layers_max) + " layers, overrides included");
    base_.apply(settings_.base, 0);
    check_thresholds(base_, settings_.base_name);
    for (std::size_t i = 0; i < settings_.layers.size(); ++i) {
        auto alone = base_;
        alone.apply(settings_.layers[i].change, static_cast<policy_source>(i + 1));
        check_thresholds(alone, settings_.layers[i].name);
    }
}

effective_policy policy::effective(const policy_context& in) const
{
    auto made = base_;
    for (std::size_t i = 0; i < settings_.layers.size(); ++i)
        if (holds(settings_.layers[i].when, in))
            made.apply(settings_.layers[i].change, static_cast<policy_source>(i + 1));
    if (in.story.mode)
        made.mode = {*in.story.mode, from_story};
    keep_closed(made);
    return made;
}

std::string_view policy::name_of(policy_source source) const
{
    if (source == 0)
        return settings_.base_name;
    if (source == from_story)
        return "story or site";
    return settings_.layers.at(source - 1u).name;
}

verdict policy::decide(findings found, const effective_policy& by) const
{
    if (by.mode.value == moderation_mode::before)
        found.push_back({.reason = reason::pre_moderated, .filter = "policy"});

    verdict made{.kind = verdict_kind::publish, .score = 0, .found = std::move(found)};
    std::array<int, reason_count> counted{};
    for (auto& item : made.found) {
        const auto index = index_of(item.reason);
        item.silent = item.silent || by.silent[index].value;
        item.weight = 0;
        if (item.silent)
            continue;
        if (counted[index]++ < by.counted_per_reason_max.value)
            item.weight = by.weights[index].value;
        made.score += item.weight;
        made.kind = std::max(made.kind, by.decisive[index].value);
    }

    const std::pair<verdict_kind, std::optional<double>> thresholds[] = {
        {verdict_kind::hold, by.hold_at.value},
        {verdict_kind::spam, by.spam_at.value},
        {verdict_kind::reject, by.reject_at.value},
    };
    for (const auto& [kind, threshold] : thresholds)
        if (threshold && made.score >= *threshold)
            made.kind = std::max(made.kind, kind);
    return made;
}

}  // namespace rejoinder::moderation
