#pragma once

#include <filesystem>

namespace rejoinder::cli {

class leak_report;

/// Searches a file, or all files under a directory. What vanishes meanwhile is passed over; what
/// cannot be read throws std::runtime_error, for a search that saw half of it proves nothing.
void search_files(const std::filesystem::path& where, leak_report& report);

/// The database's file as it lies on the disk, free pages too, with what is written ahead, where it
/// lies outside of a directory that is searched anyway.
void search_record_files(
    const std::filesystem::path& record,
    const std::filesystem::path& searched,
    leak_report& report);

}  // namespace rejoinder::cli
