#pragma once

#include "server/config/load_rule_set.hpp"
#include "server/model/result.hpp"
#include "server/storage/store.hpp"

#include <nlohmann/json_fwd.hpp>

namespace rejoinder::routes {

/// The rule set in a request's body, checked whole: {"rules", "files"?, "base"?}. Lists that are
/// not sent are those of the version "base". Refuses with invalid_request or, naming each problem,
/// invalid_rules. Blocking.
model::result<config::loaded_rule_set> draft_rules(
    storage::store& record,
    const nlohmann::json& body);

/// What is wrong with rules that do not compile.
model::refusal uncompiled(const char* what);

}  // namespace rejoinder::routes
