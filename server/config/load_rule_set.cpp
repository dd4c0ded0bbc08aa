#include "server/config/load_rule_set.hpp"

#include "moderation/presets.hpp"
#include "server/config/json_reader.hpp"
#include "server/config/read_filters.hpp"
#include "server/config/read_policy.hpp"
#include "server/config/rule_files.hpp"

#include <utility>

namespace rejoinder::config {

namespace {

void read_rules(
    json_reader& reader,
    moderation::rule_set_settings& rules,
    rule_files& files,
    std::vector<problem>& problems)
{
    rules = moderation::preset({});
    reader.choice(
        "preset",
        {moderation::preset_names.begin(), moderation::preset_names.end()},
        [&](std::string_view name) { rules = moderation::preset(name); });
    reader.object("filters", [&](json_reader& filters) {
        read_filters(filters, rules, files, problems);
    });
    reader.object("policy", [&](json_reader& policy) { read_policy(policy, rules.policy); });
}

loaded_rule_set load(
    const json_document& document,
    rule_files& files,
    std::vector<problem>& problems)
{
    json_reader reader(document, document.root(), "", problems);
    loaded_rule_set loaded;
    read_rules(reader, loaded.settings, files, problems);
    reader.finish();
    loaded.bundle = {document.root(), files.contents()};
    loaded.settings.version = loaded.bundle.version();
    return loaded;
}

}  // namespace

loaded_rule_set load_rule_set(const std::filesystem::path& file, std::vector<problem>& problems)
{
    const json_document document(file, problems);
    folder_files files(document.folder());
    auto loaded = load(document, files, problems);
    loaded.sources = document.files();
    for (const auto& [name, text] : files.contents())
        loaded.sources.push_back(document.folder() / name);
    return loaded;
}

loaded_rule_set load_rule_set(
    rule_set_bundle bundle,
    const std::string& called,
    std::vector<problem>& problems)
{
    const json_document document(std::move(bundle.rules), called);
    given_files files(std::move(bundle.files));
    return load(document, files, problems);
}

nlohmann::json rule_set_schema()
{
    auto schema = schema_of([](json_reader& reader) {
        moderation::rule_set_settings rules;
        given_files none({});
        std::vector<problem> not_asked;
        read_rules(reader, rules, none, not_asked);
    });
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
    schema["title"] = "A rule set of Rejoinder; config/README.md explains every key";
    for (const auto* key : {"$schema", "extends"})
        schema["properties"][key] = {{"type", "string"}};
    return schema;
}

}  // namespace rejoinder::config
