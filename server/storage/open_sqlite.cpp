#include "server/storage/open_sqlite.hpp"

#include <fmt/format.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <chrono>
#include <thread>

namespace rejoinder::storage {

namespace {

/// The low byte of SQLite's extended codes.
constexpr int primary_code(int code) noexcept
{
    return code & 0xFF;
}

/// Programs that turn the same fresh file at once would wait for each other for ever: SQLite sends
/// all but one away without waiting, whatever its busy timeout is.
void turn_to_write_ahead(soci::session& session, std::chrono::milliseconds patience)
{
    constexpr std::chrono::milliseconds pause(2);
    const auto until = std::chrono::steady_clock::now() + patience;
    for (;;) {
        try {
            session << "PRAGMA journal_mode = WAL";
            return;
        } catch (const soci::sqlite3_soci_error& failure) {
            const bool busy = primary_code(failure.result()) == SQLITE_BUSY;
            if (!busy || std::chrono::steady_clock::now() >= until)
                throw;
        }
        std::this_thread::sleep_for(pause);
    }
}

}  // namespace

std::unique_ptr<soci::session> open_sqlite(
    const std::filesystem::path& file,
    const storage_settings& settings)
{
    auto session = std::make_unique<soci::session>(soci::sqlite3, "db=\"" + file.string() + "\"");
    // First, so that the others wait as well.
    *session << fmt::format("PRAGMA busy_timeout = {}", settings.busy_timeout_ms);
    turn_to_write_ahead(*session, std::chrono::milliseconds(settings.busy_timeout_ms));
    *session << "PRAGMA synchronous = FULL";
    *session << "PRAGMA foreign_keys = ON";
    *session << "PRAGMA secure_delete = ON";
    return session;
}

}  // namespace rejoinder::storage
