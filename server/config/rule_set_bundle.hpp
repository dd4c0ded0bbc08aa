#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::config {

/// A bundle as text may have this many bytes.
inline constexpr std::size_t bundle_bytes_max = 32 * 1024 * 1024;

/// A rule set whole, as it is kept and sent: the document and what its lists say.
struct rule_set_bundle {
    nlohmann::json rules = nlohmann::json::object();  ///< Without "extends"; layers are merged.
    std::map<std::string, std::string> files = {};    ///< By the name the document gives them.

    /// Twelve hexadecimal digits: a hash over rules, lists and what this program makes of them
    /// (`moderation::engine_revision`). The same rules have the same version everywhere.
    std::string version() const;

    bool operator==(const rule_set_bundle&) const = default;
};

/// {"rules": {…}, "files": {"name": "text"}}
std::string to_text(const rule_set_bundle& bundle);

/// Nothing where the text is no bundle.
std::optional<rule_set_bundle> bundle_from(std::string_view text);

}  // namespace rejoinder::config
