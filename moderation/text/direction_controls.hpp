#pragma once

#include "moderation/finding.hpp"

#include <optional>
#include <string_view>

namespace rejoinder::moderation {

/// Finds the first control of writing direction that can make a text read other than it is stored,
/// or reorder what stands behind it: every override, an embedding or isolate that is not closed,
/// and an end that closes nothing. Those that are opened and closed in order are what careful
/// programs write round a Hebrew or Arabic name, and direction marks are innocent.
std::optional<text_span> find_direction_abuse(std::string_view text);

}  // namespace rejoinder::moderation
