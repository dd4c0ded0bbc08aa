#include "server/storage/open_store.hpp"

#include "server/storage/migrate.hpp"
#include "server/storage/storage_failure.hpp"
#include "server/storage/transaction.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/server/storage/sqlite_file.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;

namespace {

/// Does not wait for locks.
storage_settings settings_of(const std::string& url)
{
    storage_settings settings;
    settings.url = url;
    settings.busy_timeout_ms = 0;
    return settings;
}

}  // namespace

TEST_CASE("open store: a relative path is taken from the data directory", "[storage][open_store]")
{
    const temporary_directory data;
    const temporary_directory elsewhere;
    open_store(settings_of("sqlite:record.db"), data.path());
    CHECK(std::filesystem::exists(data.path() / "record.db"));

    const auto absolute = elsewhere.path() / "other.db";
    open_store(settings_of("sqlite:" + absolute.string()), data.path());
    CHECK(std::filesystem::exists(absolute));
}

TEST_CASE("open store: an engine that is none of ours is refused", "[storage][open_store]")
{
    const std::string url = GENERATE(as<std::string>(), "", "record.db", "oracle:x", "sqlite");
    const temporary_directory data;

    CHECK_THROWS_WITH(
        open_store(settings_of(url), data.path()),
        rejoinder::tests::contains("storage.url"));
}

TEST_CASE("open store: a quotation mark in the path is refused", "[storage][open_store]")
{
    const temporary_directory data;

    CHECK_THROWS_WITH(
        open_store(settings_of("sqlite:a\" journal=\"b"), data.path()),
        rejoinder::tests::contains("quotation mark"));
}

TEST_CASE("open store: a place that cannot hold a record is a failure", "[storage][open_store]")
{
    const temporary_directory data;
    data.write("text.db", std::string(4096, 'x'));

    CHECK_THROWS_AS(open_store(settings_of("sqlite:none/x.db"), data.path()), storage_failure);
    CHECK_THROWS_AS(open_store(settings_of("sqlite:text.db"), data.path()), storage_failure);
}

TEST_CASE("open store: opening again changes no schema", "[storage][open_store]")
{
    const temporary_directory data;
    const auto schema = [&] {
        const auto session = open_sqlite(data.path() / "record.db", {});
        return select_numbers(*session, "SELECT version FROM schema_version ORDER BY version");
    };
    add(*open_store(settings_of("sqlite:record.db"), data.path()), {judged(1)});
    const auto first = schema();

    const auto again = open_store(settings_of("sqlite:record.db"), data.path());

    CHECK(schema() == first);
    CHECK(again->find_comment(sample_id(1)));
}

TEST_CASE("open store: a record of a newer program is refused", "[storage][open_store]")
{
    const temporary_directory data;
    open_store(settings_of("sqlite:record.db"), data.path());
    const auto session = open_sqlite(data.path() / "record.db", {});
    *session << "INSERT INTO schema_version (version, name, applied_at) VALUES (999, 'x', 0)";

    CHECK_THROWS_AS(open_store(settings_of("sqlite:record.db"), data.path()), schema_too_new);
}

TEST_CASE("open store: reading goes on while another program writes", "[storage][open_store]")
{
    const temporary_directory data;
    const auto store = open_store(settings_of("sqlite:record.db"), data.path());
    add(*store, {judged(1)});
    const auto other = open_sqlite(data.path() / "record.db", {});

    const transaction change(*other, "BEGIN IMMEDIATE");
    *other << "DELETE FROM event";

    CHECK(store->last_event() == 1);
    CHECK(numbers(published(*store)) == std::vector{1});
}

TEST_CASE("open store: a write that waited too long has not happened", "[storage][open_store]")
{
    const temporary_directory data;
    const auto store = open_store(settings_of("sqlite:record.db"), data.path());
    const auto other = open_sqlite(data.path() / "record.db", {});
    {
        const transaction change(*other, "BEGIN IMMEDIATE");
        try {
            add(*store, {judged(1)});
            FAIL("the lock was not seen");
        } catch (const storage_failure& failure) {
            CHECK((failure.engine_code() & 0xFF) == 5);  // SQLITE_BUSY
        }
    }

    CHECK_FALSE(store->find_comment(sample_id(1)));
    CHECK(add(*store, {judged(1)}) == 1);
}
