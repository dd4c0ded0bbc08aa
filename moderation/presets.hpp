#pragma once

#include "moderation/rule_set.hpp"

#include <array>
#include <string_view>

namespace rejoinder::moderation {

/// From the mildest to the strictest; "wordpress" decides as WordPress does with its own settings.
inline constexpr std::array<std::string_view, 4> preset_names =
    {"relaxed", "balanced", "strict", "wordpress"};

/// Settings to begin with. `name` is one of `preset_names`; anything else is "balanced".
rule_set_settings preset(std::string_view name);

}  // namespace rejoinder::moderation
