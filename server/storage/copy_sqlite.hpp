#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace rejoinder::storage {

/// Told how many pages of how many are copied.
using copy_progress = std::function<void(std::int64_t done, std::int64_t of)>;

/// Copies a database to a new file as it is at this one moment, while others go on reading and
/// writing it, and checks the copy. Throws storage_failure where SQLite refuses, and
/// std::runtime_error where the copy is not sound.
void copy_sqlite(
    const std::filesystem::path& from,
    const std::filesystem::path& to,
    const copy_progress& progress);

/// What a copied record holds, for its report.
struct record_summary {
    std::int64_t comments = 0;
    std::int64_t events = 0;      ///< The last event's number.
    std::string last_comment;     ///< Id of the comment that was handed in last; may be empty.
    std::int64_t last_at_ms = 0;  ///< When it was, since the epoch.
    std::int64_t schema = 0;
};

record_summary summary_of_sqlite(const std::filesystem::path& file);

}  // namespace rejoinder::storage
