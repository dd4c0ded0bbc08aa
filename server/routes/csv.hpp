#pragma once

#include "server/http/response.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::routes {

/// A line of comma-separated values (RFC 4180). A value that a spreadsheet would take for a formula
/// is kept from being one by an apostrophe before it.
std::string csv_line(const std::vector<std::string>& values);

/// A CSV file to be downloaded under that name.
http::response csv_response(std::string_view file_name, std::string body);

}  // namespace rejoinder::routes
