#include "server/config/load_rule_set.hpp"

#include "server/config/fingerprint.hpp"
#include "server/config/json_reader.hpp"
#include "server/config/read_filters.hpp"

#include <optional>

namespace rejoinder::config {

namespace {

using moderation::rule_set_settings;

void read_threshold(json_reader& from, std::string_view key, std::optional<double>& threshold)
{
    double value = threshold.value_or(0);
    from.number(key, value, 0, 1'000'000);
    threshold = value > 0 ? std::optional(value) : std::nullopt;
}

void read_policy(json_reader& from, moderation::policy_settings& policy)
{
    const auto each_reason = [](auto read) {
        for (std::size_t i = 0; i < moderation::reason_count; ++i)
            read(static_cast<moderation::reason>(i));
    };
    from.object("weights", [&](json_reader& weights) {
        each_reason([&](moderation::reason reason) {
            double weight = policy.weights.contains(reason) ? policy.weights.at(reason) : 0;
            weights.number(moderation::to_string(reason), weight, 0, 1'000'000);
            policy.weights[reason] = weight;
        });
    });
    from.object("decisive", [&](json_reader& decisive) {
        each_reason([&](moderation::reason reason) {
            decisive.choice(
                moderation::to_string(reason),
                {"hold", "spam", "reject"},
                [&](std::string_view kind) {
                    policy.decisive[reason] = *moderation::verdict_kind_from(kind);
                });
        });
    });
    from.object("thresholds", [&](json_reader& thresholds) {
        read_threshold(thresholds, "hold", policy.hold_at);
        read_threshold(thresholds, "spam", policy.spam_at);
        read_threshold(thresholds, "reject", policy.reject_at);
    });
    from.number("counted_per_reason_max", policy.counted_per_reason_max, 1, 1'000);
}

}  // namespace

rule_set_settings load_rule_set(const std::filesystem::path& file, std::vector<problem>& problems)
{
    const json_document document(file, problems);
    rule_set_settings rules;
    fingerprint all;
    all.add(document.root().dump());
    json_reader reader(document, document.root(), "", problems);
    reader.object("filters", [&](json_reader& filters) {
        read_filters(filters, rules, problems, all);
    });
    reader.object("policy", [&](json_reader& policy) { read_policy(policy, rules.policy); });
    reader.finish();
    rules.version = all.finish();
    return rules;
}

}  // namespace rejoinder::config
