#include "server/storage/copy_sqlite.hpp"

#include "server/storage/storage_failure.hpp"

#include <chrono>
#include <memory>
#include <sqlite3.h>
#include <stdexcept>
#include <thread>

namespace rejoinder::storage {

namespace {

constexpr int pages_per_step = 512;
constexpr int busy_timeout_ms = 10'000;
constexpr std::chrono::milliseconds pause_when_busy{20};

struct closing {
    void operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};
using database = std::unique_ptr<sqlite3, closing>;

[[noreturn]] void fail(const char* doing, int code)
{
    throw storage_failure(doing, code);
}

database open(const std::filesystem::path& file, int flags)
{
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &opened, flags, nullptr);
    database kept(opened);
    if (code != SQLITE_OK)
        fail("opening a database to copy", code);
    sqlite3_busy_timeout(kept.get(), busy_timeout_ms);
    return kept;
}

/// Each row's columns go to `row`.
template <class Row>
void query(sqlite3* in, const char* sql, Row&& row)
{
    sqlite3_stmt* prepared = nullptr;
    int code = sqlite3_prepare_v2(in, sql, -1, &prepared, nullptr);
    const std::unique_ptr<sqlite3_stmt, closing> statement(prepared);
    if (code != SQLITE_OK)
        fail("reading a copied database", code);
    while ((code = sqlite3_step(prepared)) == SQLITE_ROW)
        row(prepared);
    if (code != SQLITE_DONE)
        fail("reading a copied database", code);
}

std::string text_of(sqlite3_stmt* row, int column)
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
    return text ? text : "";
}

void run_steps(sqlite3_backup* copy, const copy_progress& progress)
{
    for (;;) {
        const int code = sqlite3_backup_step(copy, pages_per_step);
        const int all = sqlite3_backup_pagecount(copy);
        if (progress && all > 0)
            progress(all - sqlite3_backup_remaining(copy), all);
        if (code == SQLITE_DONE)
            return;
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
            std::this_thread::sleep_for(pause_when_busy);
        else if (code != SQLITE_OK)
            fail("copying the database", code);
    }
}

void check(const std::filesystem::path& file)
{
    const auto copied = open(file, SQLITE_OPEN_READWRITE);
    std::string found;
    query(copied.get(), "PRAGMA integrity_check(1)", [&](auto* row) { found = text_of(row, 0); });
    if (found != "ok")
        throw std::runtime_error("the copy of the database is not sound");
}

}  // namespace

void copy_sqlite(
    const std::filesystem::path& from,
    const std::filesystem::path& to,
    const copy_progress& progress)
{
    {
        const auto source = open(from, SQLITE_OPEN_READWRITE);
        const auto target = open(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        // One moment: with a transaction open, what others commit does not begin the copy anew.
        query(source.get(), "BEGIN", [](auto*) {});
        query(source.get(), "SELECT COUNT(*) FROM sqlite_schema", [](auto*) {});
        auto* copy = sqlite3_backup_init(target.get(), "main", source.get(), "main");
        if (!copy)
            fail("copying the database", sqlite3_errcode(target.get()));
        try {
            run_steps(copy, progress);
        } catch (...) {
            sqlite3_backup_finish(copy);
            throw;
        }
        if (const int code = sqlite3_backup_finish(copy); code != SQLITE_OK)
            fail("copying the database", code);
    }
    check(to);
}

record_summary summary_of_sqlite(const std::filesystem::path& file)
{
    const auto record = open(file, SQLITE_OPEN_READWRITE);
    record_summary found;
    const auto number = [&](const char* sql) {
        std::int64_t value = 0;
        query(record.get(), sql, [&](auto* row) { value = sqlite3_column_int64(row, 0); });
        return value;
    };
    found.comments = number("SELECT COUNT(*) FROM comment");
    found.events = number("SELECT COALESCE(MAX(seq), 0) FROM event");
    found.schema = number("SELECT MAX(version) FROM schema_version");
    query(
        record.get(),
        "SELECT id, created_at FROM comment ORDER BY created_at DESC, id DESC LIMIT 1",
        [&](auto* row) {
            found.last_comment = text_of(row, 0);
            found.last_at_ms = sqlite3_column_int64(row, 1);
        });
    return found;
}

}  // namespace rejoinder::storage
