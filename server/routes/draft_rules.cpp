#include "server/routes/draft_rules.hpp"

#include "server/routes/words.hpp"
#include "server/rules/rule_book.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>
#include <vector>

namespace rejoinder::routes {

namespace {

model::refusal refusal_of(const std::vector<config::problem>& problems)
{
    std::vector<model::field_error> fields;
    for (const auto& each : problems) {
        const bool is_key = !each.path.empty() && !each.path.starts_with("line ");
        fields.push_back(
            {is_key ? each.path : each.file + ' ' + each.path, "invalid", each.expected});
    }
    return {model::error::invalid_rules, std::move(fields)};
}

}  // namespace

model::result<config::loaded_rule_set> draft_rules(
    storage::store& record,
    const nlohmann::json& body)
{
    auto bundle = config::bundle_from(body.dump());
    if (!bundle)
        return model::refusal(model::error::invalid_request);
    rules::rule_book book(record);
    if (const auto base = book.bundle_of(text_member(body, "base")))
        bundle->files.insert(base->files.begin(), base->files.end());
    std::vector<config::problem> problems;
    auto loaded = config::load_rule_set(std::move(*bundle), "rules", problems);
    if (!problems.empty())
        return refusal_of(problems);
    return loaded;
}

model::refusal uncompiled(const char* what)
{
    return refusal_of({{"rules", "", what}});
}

}  // namespace rejoinder::routes
