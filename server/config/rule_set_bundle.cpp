#include "server/config/rule_set_bundle.hpp"

#include "moderation/engine.hpp"
#include "server/config/fingerprint.hpp"

#include <utility>

namespace rejoinder::config {

using nlohmann::json;

std::string rule_set_bundle::version() const
{
    fingerprint all;
    all.add(std::to_string(moderation::engine_revision));
    all.add(rules.dump(-1, ' ', false, json::error_handler_t::replace));
    for (const auto& [name, text] : files) {
        all.add(name);
        all.add(std::to_string(text.size()));  // Where one list ends and the next name begins.
        all.add(text);
    }
    return all.finish();
}

std::string to_text(const rule_set_bundle& bundle)
{
    const json whole = {{"rules", bundle.rules}, {"files", bundle.files}};
    return whole.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<rule_set_bundle> bundle_from(std::string_view text)
{
    if (text.size() > bundle_bytes_max)
        return std::nullopt;
    auto whole = json::parse(text, nullptr, false);
    if (!whole.is_object() || !whole.contains("rules") || !whole["rules"].is_object())
        return std::nullopt;
    rule_set_bundle bundle;
    bundle.rules = std::move(whole["rules"]);
    const auto files = whole.find("files");
    if (files == whole.end())
        return bundle;
    if (!files->is_object())
        return std::nullopt;
    for (auto& [name, content] : files->items()) {
        if (!content.is_string())
            return std::nullopt;
        bundle.files.emplace(name, content.get<std::string>());
    }
    return bundle;
}

}  // namespace rejoinder::config
