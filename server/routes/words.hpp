#pragma once

#include "server/model/error.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace rejoinder::routes {

/// The member of that name; empty where there is none, or one that is no text.
std::string text_member(const nlohmann::json& object, const char* name);

/// In code points, both included.
struct length_bounds {
    std::size_t least = 0;
    std::size_t most = 0;
};

/// What is wrong with words that somebody wrote for moderators to read. `missing` says what to do
/// about too few.
std::optional<model::field_error> words_fault(
    const char* field,
    const std::string& words,
    length_bounds bounds,
    const char* missing);

}  // namespace rejoinder::routes
