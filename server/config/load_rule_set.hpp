#pragma once

#include "moderation/rule_set.hpp"
#include "server/config/problem.hpp"

#include <filesystem>
#include <vector>

namespace rejoinder::config {

/// Reads a rule set such as config/moderation.json with the word and host lists it names. Problems
/// are appended, those of the lists with their line; what could be read is kept. The version is the
/// hash of all that was read, so that the same rules have the same version everywhere.
moderation::rule_set_settings load_rule_set(
    const std::filesystem::path& file,
    std::vector<problem>& problems);

}  // namespace rejoinder::config
