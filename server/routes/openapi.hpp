#pragma once

#include <string_view>

namespace rejoinder::routes {

/// The contract of the whole API: openapi.json beside this file, embedded when building.
std::string_view openapi_document() noexcept;

}  // namespace rejoinder::routes
