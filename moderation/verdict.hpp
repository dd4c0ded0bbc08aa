#pragma once

#include "moderation/finding.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::moderation {

/// What the policy made of the findings, from lenient to strict.
enum class verdict_kind : std::uint8_t {
    publish,
    hold,  ///< A human decides.
    spam,
    reject
};

/// The stable name: "publish", "hold", "spam", "reject".
std::string_view to_string(verdict_kind value) noexcept;
std::optional<verdict_kind> verdict_kind_from(std::string_view name) noexcept;

/// A verdict keeps everything it rests on, so that it can be shown, explained and replayed. One
/// that was never given is a hold: nothing is published by omission.
struct verdict {
    verdict_kind kind = verdict_kind::hold;
    double score = 0;           ///< Sum of the weights that counted.
    findings found = {};        ///< In filter order, each with the weight it was given.
    std::string rule_set = {};  ///< Version of the rule set that judged.

    bool operator==(const verdict&) const = default;
};

}  // namespace rejoinder::moderation
