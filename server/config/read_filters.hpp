#pragma once

#include "moderation/rule_set.hpp"
#include "server/config/problem.hpp"

#include <vector>

namespace rejoinder::config {

class fingerprint;
class json_reader;

/// Reads the "filters" section of a rule set: a member for each filter, with the lists they name,
/// which are relative to the rule set's file. All that is read of a list is added to `all`.
void read_filters(
    json_reader& from,
    moderation::rule_set_settings& rules,
    std::vector<problem>& problems,
    fingerprint& all);

}  // namespace rejoinder::config
