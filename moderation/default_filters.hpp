#pragma once

#include "moderation/filter.hpp"

namespace rejoinder::moderation {

struct rule_set_settings;

/// THE ordered list of filters. Throws rule_set_error for settings that cannot be used.
filter_list default_filters(const rule_set_settings& settings);

}  // namespace rejoinder::moderation
