#include "server/cli/rules_place.hpp"

#include "server/storage/open_store.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <stdexcept>
#include <utility>

namespace rejoinder::cli {

rules_place::rules_place(const place& at)
    : at_(at),
      settings_(config::load_config(at.config))
{
}

config::loaded_rule_set rules_place::find(const std::string& named)
{
    if (named == "file")
        return settings_.rules;
    auto version = named;
    if (named == "active")
        version = book().in_force().value_or("");
    if (version.empty())
        throw std::runtime_error("no rules are in force yet; the first start of serve puts some");
    if (named == "active" || rules::is_version(version)) {
        auto found = book().find(version);
        if (!found)
            throw std::runtime_error(
                fmt::format("there is no version {}; see: rejoinder rules list", version));
        return std::move(*found);
    }
    std::vector<config::problem> problems;
    auto loaded = config::load_rule_set(std::filesystem::path(named), problems);
    if (!problems.empty())
        throw config::config_error(std::move(problems));
    return loaded;
}

storage::store& rules_place::record()
{
    if (record_)
        return *record_;
    if (!std::filesystem::is_directory(at_.data_directory))
        throw std::runtime_error(
            fmt::format("there is no data directory {}; see --data-dir", at_.data_directory));
    record_ = storage::open_store(settings_.storage, at_.data_directory);
    return *record_;
}

}  // namespace rejoinder::cli
