#pragma once

#include "moderation/rule_set.hpp"
#include "server/config/problem.hpp"

#include <vector>

namespace rejoinder::config {

class json_reader;
class rule_files;

/// Reads the "filters" section of a rule set: a member for each filter, with the lists they name.
void read_filters(
    json_reader& from,
    moderation::rule_set_settings& rules,
    rule_files& files,
    std::vector<problem>& problems);

}  // namespace rejoinder::config
