#pragma once

#include <cstddef>
#include <string_view>

namespace rejoinder::auth {

constexpr std::size_t moderator_name_bytes_max = 64;

/// Whether a moderator can be called so: of that length at most, something to see, and no control
/// characters.
bool fits_as_moderator_name(std::string_view name) noexcept;

}  // namespace rejoinder::auth
