#pragma once

#include "moderation/finding.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace rejoinder::publish {

/// The texts in which findings are made.
struct found_in {
    std::string_view name;
    std::string_view website;
    std::string_view text;
};

/// Findings as the desk and `rejoinder judge` show them. A place is counted in code points of the
/// field it was made in, which is what any client can count; a domain is ASCII.
nlohmann::json findings_json(const moderation::findings& found, const found_in& fields);

/// What an author is told: [{"code", "text"}], each text once; silent findings are left out.
nlohmann::json reasons_json(const moderation::findings& all);

}  // namespace rejoinder::publish
