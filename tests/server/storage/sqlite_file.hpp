#pragma once

#include "server/storage/dialect.hpp"
#include "server/storage/open_sqlite.hpp"
#include "server/storage/sql_statement.hpp"
#include "tests/support/temporary_directory.hpp"

#include <memory>
#include <string>
#include <vector>

namespace rejoinder::tests {

/// An empty SQLite database for one test, with as many connections as it wants.
class sqlite_file {
public:
    std::filesystem::path path() const { return directory_.path() / "test.db"; }

    /// A connection that does not wait for locks.
    std::unique_ptr<soci::session> open() const
    {
        storage::storage_settings settings;
        settings.busy_timeout_ms = 0;
        return storage::open_sqlite(path(), settings);
    }

private:
    temporary_directory directory_;
};

/// The first column of every row, as numbers.
inline std::vector<long long> select_numbers(soci::session& session, const std::string& sql)
{
    storage::sql_statement select(session, sql);
    const auto& number = select.integer();
    select.run();
    std::vector<long long> all;
    while (select.next())
        all.push_back(number.value);
    return all;
}

inline std::string select_text(soci::session& session, const std::string& sql)
{
    storage::sql_statement select(session, sql);
    const auto& text = select.text();
    select.run();
    std::string found;
    while (select.next())
        found = text.value;
    return found;
}

}  // namespace rejoinder::tests
