#pragma once

#include <filesystem>
#include <iosfwd>

namespace rejoinder::bench {

/// Prints how SQLite goes about each of the desk's questions.
void print_query_plans(const std::filesystem::path& database, std::ostream& out);

}  // namespace rejoinder::bench
