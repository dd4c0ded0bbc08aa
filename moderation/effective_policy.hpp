#pragma once

#include "moderation/policy_settings.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace rejoinder::moderation {

/// Which layer a value comes from: 0 is the base, then the layers in their order.
using policy_source = std::uint16_t;

/// Said by the story or the site itself, above all layers.
inline constexpr policy_source from_story = 0xFFFF;

template <class T>
struct sourced {
    T value{};
    policy_source source = 0;
};

/// What holds for one comment once all layers that apply are laid over each other, each value with
/// where it comes from.
struct effective_policy {
    sourced<moderation_mode> mode;
    std::array<sourced<double>, reason_count> weights{};
    std::array<sourced<verdict_kind>, reason_count> decisive{};  ///< publish: not decisive
    std::array<sourced<bool>, reason_count> silent{};            ///< Recorded, without a say.
    sourced<std::optional<double>> hold_at;
    sourced<std::optional<double>> spam_at;
    sourced<std::optional<double>> reject_at;
    sourced<int> counted_per_reason_max{.value = 3, .source = 0};

    /// Lays a change over what is there.
    void apply(const policy_change& change, policy_source source);
};

}  // namespace rejoinder::moderation
