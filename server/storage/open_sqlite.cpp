#include "server/storage/open_sqlite.hpp"

#include <fmt/format.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace rejoinder::storage {

std::unique_ptr<soci::session> open_sqlite(
    const std::filesystem::path& file,
    const storage_settings& settings)
{
    auto session = std::make_unique<soci::session>(soci::sqlite3, "db=\"" + file.string() + "\"");
    // First, so that the others wait as well.
    *session << fmt::format("PRAGMA busy_timeout = {}", settings.busy_timeout_ms);
    *session << "PRAGMA journal_mode = WAL";
    *session << "PRAGMA synchronous = FULL";
    *session << "PRAGMA foreign_keys = ON";
    *session << "PRAGMA secure_delete = ON";
    return session;
}

}  // namespace rejoinder::storage
