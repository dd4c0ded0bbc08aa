#include "server/storage/open_sqlite.hpp"

#include "tests/server/storage/sqlite_file.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::storage;
using namespace rejoinder::tests;

TEST_CASE("open sqlite: a commit is on disk, and readers do not wait", "[storage][open_sqlite]")
{
    const sqlite_file file;
    const auto session = file.open();

    constexpr long long full = 2;
    CHECK(select_text(*session, "PRAGMA journal_mode") == "wal");
    CHECK(select_numbers(*session, "PRAGMA synchronous") == std::vector{full});
}

TEST_CASE("open sqlite: references hold and what is deleted is gone", "[storage][open_sqlite]")
{
    const sqlite_file file;
    const auto session = file.open();

    CHECK(select_numbers(*session, "PRAGMA foreign_keys") == std::vector{1LL});
    CHECK(select_numbers(*session, "PRAGMA secure_delete") == std::vector{1LL});
}

TEST_CASE("open sqlite: waits for locks as long as it is told", "[storage][open_sqlite]")
{
    const sqlite_file file;
    storage_settings settings;
    settings.busy_timeout_ms = 1234;
    const auto session = open_sqlite(file.path(), settings);

    CHECK(select_numbers(*session, "PRAGMA busy_timeout") == std::vector{1234LL});
}

TEST_CASE("open sqlite: takes a path as it is", "[storage][open_sqlite]")
{
    const std::string name = GENERATE(
        as<std::string>(),
        "plain.db",
        "with spaces and = signs.db",
        "it's;odd?mode=memory",
        "\xC3\xA4rger.db");
    const temporary_directory directory;
    const auto file = directory.path() / name;
    const auto session = open_sqlite(file, {});
    *session << "CREATE TABLE t (n BIGINT)";

    CHECK(std::filesystem::exists(file));
}

TEST_CASE("open sqlite: a file that cannot be one is refused", "[storage][open_sqlite]")
{
    const temporary_directory directory;
    const auto text = directory.write("text.db", std::string(4096, 'x'));

    CHECK_THROWS_AS(open_sqlite(text, {}), soci::soci_error);
    CHECK_THROWS_AS(open_sqlite(directory.path() / "none" / "x.db", {}), soci::soci_error);
}
