#pragma once

#include "server/model/site_list.hpp"
#include "server/storage/desk_scope.hpp"
#include "server/storage/sql_statement.hpp"

#include <string>
#include <vector>

namespace rejoinder::storage {

/// "AND c.site IN (…) " for these sites, whose ids are appended to the values; nothing where the
/// list is empty and so means all.
std::string among_sites(
    const std::string& column,
    const model::site_list& sites,
    std::vector<sql_value>& values);

/// The same for a scope, with its own site.
std::string within(
    const desk_scope& scope,
    const std::string& column,
    std::vector<sql_value>& values);

}  // namespace rejoinder::storage
