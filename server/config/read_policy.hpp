#pragma once

#include "moderation/policy_settings.hpp"
#include "server/config/json_reader.hpp"

namespace rejoinder::config {

/// Reads the "policy" section: its own values become the layer "rule set", each of "overrides" one
/// more, in the order written.
void read_policy(json_reader& from, moderation::policy_settings& policy);

/// "22:30" in minutes of the day, up to "24:00"; nothing where it is no time.
std::optional<int> minute_from(std::string_view text);

}  // namespace rejoinder::config
