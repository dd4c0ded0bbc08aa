#include "server/rules/policy_json.hpp"

#include <nlohmann/json.hpp>

namespace rejoinder::rules {

namespace {

using moderation::reason;
using nlohmann::json;

/// Names the layers of one policy.
class layer_names {
public:
    explicit layer_names(const moderation::policy& policy)
        : policy_(policy)
    {
    }

    template <class T>
    json with_source(const moderation::sourced<T>& from, json value) const
    {
        return {{"value", std::move(value)}, {"from", policy_.name_of(from.source)}};
    }

    json threshold(const moderation::sourced<std::optional<double>>& from) const
    {
        return with_source(from, from.value ? json(*from.value) : json(nullptr));
    }

private:
    const moderation::policy& policy_;
};

json kind_json(moderation::verdict_kind kind)
{
    if (kind == moderation::verdict_kind::publish)
        return nullptr;
    return moderation::to_string(kind);
}

}  // namespace

json policy_json(const moderation::policy& policy, const moderation::policy_context& in)
{
    const auto made = policy.effective(in);
    const layer_names names(policy);
    json weights = json::object();
    json decisive = json::object();
    json silent = json::object();
    for (std::size_t i = 0; i < moderation::reason_count; ++i) {
        const std::string why(moderation::to_string(static_cast<reason>(i)));
        weights[why] = names.with_source(made.weights[i], made.weights[i].value);
        decisive[why] = names.with_source(made.decisive[i], kind_json(made.decisive[i].value));
        silent[why] = names.with_source(made.silent[i], made.silent[i].value);
    }
    const bool before = made.mode.value == moderation::moderation_mode::before;
    return {
        {"mode", names.with_source(made.mode, before ? "before" : "after")},
        {"weights", std::move(weights)},
        {"decisive", std::move(decisive)},
        {"silent", std::move(silent)},
        {"thresholds",
         {{"hold", names.threshold(made.hold_at)},
          {"spam", names.threshold(made.spam_at)},
          {"reject", names.threshold(made.reject_at)}}},
        {"counted_per_reason_max",
         names.with_source(made.counted_per_reason_max, made.counted_per_reason_max.value)},
    };
}

}  // namespace rejoinder::rules
