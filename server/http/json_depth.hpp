#pragma once

#include <cstddef>
#include <string_view>

namespace rejoinder::http {

/// Deeper than anything that our API takes. A body nested beyond it is refused unread.
inline constexpr std::size_t json_depth_max = 32;

/// Whether lists and objects stand in each other more than `json_depth_max` times, whatever else
/// the text is.
bool nests_too_deep(std::string_view json) noexcept;

}  // namespace rejoinder::http
