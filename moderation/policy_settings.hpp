#pragma once

#include "moderation/comment_view.hpp"
#include "moderation/verdict.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

/// A threshold as a layer says it: absent where `value` is empty, which no score reaches.
struct threshold {
    std::optional<double> value;

    bool operator==(const threshold&) const = default;
};

/// What one layer of a policy says; what it does not name stays as the layers below have it.
struct policy_change {
    std::optional<moderation_mode> mode = {};

    /// What each finding adds to the score. 0: recorded and shown, and never decides.
    std::map<reason, double> weights = {};

    /// Reasons of which one finding settles at least this verdict, whatever the score says.
    /// `publish` takes the decision away again.
    std::map<reason, verdict_kind> decisive = {};
    std::map<reason, bool> silent = {};  ///< Recorded and counted, without a say.

    // The least score for each verdict.
    std::optional<threshold> hold_at = {};
    std::optional<threshold> spam_at = {};
    std::optional<threshold> reject_at = {};

    /// Of one reason, at most this many findings add to the score, so that one fault repeated does
    /// not outweigh several different ones.
    std::optional<int> counted_per_reason_max = {};
};

/// How far an author is known. Only who proved by token to be the same can be more than new.
enum class author_class : std::uint8_t { new_author, known, trusted };

/// By the name that rule sets use: "new", "known", "trusted".
std::optional<author_class> author_class_from(std::string_view name) noexcept;
std::string_view to_string(author_class value) noexcept;

/// Minutes of the day in UTC, [from, to); past midnight where `to` is not later.
struct hours_of_day {
    int from = 0;
    int to = 0;
};

/// When a layer applies. Every condition that is given must hold; an empty list is no condition.
struct policy_condition {
    std::vector<std::string> sites = {};
    std::vector<std::string> sections = {};  ///< Beginnings of the story's path: "/sport/".
    std::vector<std::string> stories = {};   ///< The site's own ids.
    std::vector<author_class> authors = {};
    std::optional<hours_of_day> hours = {};
    std::int64_t review_queue_min = 0;  ///< So many comments wait for a moderator of the site.
};

inline constexpr std::size_t policy_layers_max = 256;

struct policy_layer {
    std::string name;  ///< For explanations: "the night".
    policy_condition when;
    policy_change change;
};

/// Who is trusted without being staff.
struct trust_settings {
    std::int64_t known_min = 1;        ///< Comments approved by a human, to be known.
    std::int64_t trusted_min = 20;     ///< Comments published, to be trusted …
    double rejected_share_max = 0.05;  ///< … and at most this share of all rejected.
};

/// The "policy" section of a rule set: layers, each over those before it.
struct policy_settings {
    std::string base_name = "preset balanced";
    policy_change base;  ///< Complete; `balanced_policy` where nothing else was chosen.
    std::vector<policy_layer> layers;
    trust_settings trust;

    policy_settings();
};

/// The policy the defaults are made of: what is unsuspicious is public at once.
policy_change balanced_policy();

}  // namespace rejoinder::moderation
