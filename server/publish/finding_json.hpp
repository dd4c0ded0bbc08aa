#pragma once

#include "moderation/finding.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace rejoinder::publish {

/// A finding as the desk and `rejoinder judge` show it. Its place is counted in code points of the
/// field it was made in, which is what any client can count; `field` is that field's text.
nlohmann::json finding_json(const moderation::finding& found, std::string_view field);

}  // namespace rejoinder::publish
