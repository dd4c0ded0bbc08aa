#include "server/rules/rule_book.hpp"

#include "moderation/engine.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace rejoinder::rules {

void rule_book::keep(
    const config::loaded_rule_set& rules,
    const std::string& author,
    const std::string& note)
{
    const moderation::engine compiled(rules.settings);
    record_.add_rule_set({
        .version = compiled.version(),
        .content = config::to_text(rules.bundle),
        .filters = fmt::format("{}", fmt::join(compiled.filter_names(), " ")),
        .author = author,
        .note = note,
        .created_at = model::now(),
    });
}

std::optional<config::loaded_rule_set> rule_book::find(const std::string& version)
{
    auto bundle = bundle_of(version);
    if (!bundle)
        return std::nullopt;
    std::vector<config::problem> problems;
    auto loaded = config::load_rule_set(std::move(*bundle), "rule set " + version, problems);
    if (!problems.empty())
        throw config::config_error(std::move(problems));
    loaded.settings.version = version;  // Whichever program kept it.
    return loaded;
}

std::optional<config::rule_set_bundle> rule_book::bundle_of(const std::string& version)
{
    const auto kept = record_.find_rule_set(version);
    if (!kept)
        return std::nullopt;
    auto bundle = config::bundle_from(kept->content);
    if (!bundle)
        throw config::config_error(
            {{"rule set " + version, "", "expected a rule set with its lists"}});
    return bundle;
}

bool rule_book::put_in_force(
    const std::string& version,
    const std::string& by,
    const std::string& note)
{
    return record_.activate_rule_set({0, version, by, note, model::now()});
}

std::optional<std::string> rule_book::in_force()
{
    const auto last = record_.rule_set_activations(1);
    return last.empty() ? std::nullopt : std::optional(last.front().version);
}

std::optional<std::string> rule_book::before_that()
{
    const auto last = record_.rule_set_activations(2);
    return last.size() < 2 ? std::nullopt : std::optional(last.back().version);
}

bool is_version(std::string_view text)
{
    return text.size() == 12 && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

}  // namespace rejoinder::rules
