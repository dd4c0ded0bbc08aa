#pragma once

#include <span>
#include <string_view>

namespace rejoinder::storage {

/// One numbered file of server/storage/migrations/, carried inside the program. `0001_comments.sql`
/// has the version 1.
struct migration {
    int version = 0;
    std::string_view name;  ///< The file's name without its extension.
    std::string_view sql;   ///< Statements, each ended by a semicolon at the end of a line.
};

/// All of them, by version, without a gap.
std::span<const migration> migrations() noexcept;

}  // namespace rejoinder::storage
