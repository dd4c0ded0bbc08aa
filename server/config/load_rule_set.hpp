#pragma once

#include "moderation/rule_set.hpp"
#include "server/config/problem.hpp"
#include "server/config/rule_set_bundle.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace rejoinder::config {

struct loaded_rule_set {
    moderation::rule_set_settings settings;  ///< Their version is the bundle's.
    rule_set_bundle bundle;
    std::vector<std::filesystem::path> sources = {};  ///< The files all this was read from.
};

/// Reads a rule set such as config/moderation.json with the word and host lists it names. Problems
/// are appended, those of the lists with their line; what could be read is kept.
loaded_rule_set load_rule_set(const std::filesystem::path& file, std::vector<problem>& problems);

/// The same of one that was kept or sent; problems name it `called`.
loaded_rule_set load_rule_set(
    rule_set_bundle bundle,
    const std::string& called,
    std::vector<problem>& problems);

/// What a rule set file may say, as JSON Schema: config/moderation.schema.json, for editors.
nlohmann::json rule_set_schema();

}  // namespace rejoinder::config
