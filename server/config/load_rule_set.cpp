#include "server/config/load_rule_set.hpp"

#include "moderation/presets.hpp"
#include "server/config/fingerprint.hpp"
#include "server/config/json_reader.hpp"
#include "server/config/read_filters.hpp"
#include "server/config/read_policy.hpp"

namespace rejoinder::config {

moderation::rule_set_settings load_rule_set(
    const std::filesystem::path& file,
    std::vector<problem>& problems)
{
    const json_document document(file, problems);
    fingerprint all;
    all.add(document.root().dump());
    json_reader reader(document, document.root(), "", problems);
    auto rules = moderation::preset({});
    reader.choice(
        "preset",
        {moderation::preset_names.begin(), moderation::preset_names.end()},
        [&](std::string_view name) { rules = moderation::preset(name); });
    reader.object("filters", [&](json_reader& filters) {
        read_filters(filters, rules, problems, all);
    });
    reader.object("policy", [&](json_reader& policy) { read_policy(policy, rules.policy); });
    reader.finish();
    rules.version = all.finish();
    return rules;
}

}  // namespace rejoinder::config
