#include "server/storage/site_rows.hpp"

namespace rejoinder::storage {

std::string among_sites(
    const std::string& column,
    const model::site_list& sites,
    std::vector<sql_value>& values)
{
    if (sites.empty())
        return {};
    values.insert(values.end(), sites.begin(), sites.end());
    return "AND " + column + " IN (" + placeholders("among", sites.size()) + ") ";
}

std::string within(
    const desk_scope& scope,
    const std::string& column,
    std::vector<sql_value>& values)
{
    std::string condition;
    if (!scope.site.empty()) {
        condition = "AND " + column + " = :site ";
        values.emplace_back(scope.site);
    }
    return condition + among_sites(column, scope.sites, values);
}

}  // namespace rejoinder::storage
