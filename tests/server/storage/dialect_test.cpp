#include "server/storage/dialect.hpp"

#include "server/storage/transaction.hpp"
#include "tests/server/storage/sqlite_file.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::storage;
using namespace rejoinder::tests;

TEST_CASE("dialect: a number is never given twice", "[storage][dialect]")
{
    const sqlite_file file;
    const auto session = file.open();
    const auto engine = make_sqlite_dialect();
    *session << "CREATE TABLE t (seq " + std::string(engine->identity()) + ", n BIGINT)";
    *session << "INSERT INTO t (n) VALUES (1), (1), (1)";
    *session << "DELETE FROM t WHERE seq > 1";

    *session << "INSERT INTO t (n) VALUES (1)";

    CHECK(
        select_numbers(*session, "SELECT seq FROM t ORDER BY seq") == std::vector<long long>{1, 4});
}

TEST_CASE(
    "dialect: a change finds out at its beginning that another is under way",
    "[storage][dialect]")
{
    const sqlite_file file;
    const auto first = file.open();
    const auto second = file.open();
    const auto engine = make_sqlite_dialect();

    transaction change(*first, engine->begin_change());
    CHECK_THROWS_AS(transaction(*second, engine->begin_change()), soci::soci_error);

    change.commit();
    CHECK_NOTHROW(transaction(*second, engine->begin_change()));
}

TEST_CASE("dialect: a reading sees one moment and holds nobody up", "[storage][dialect]")
{
    const sqlite_file file;
    const auto reader = file.open();
    const auto writer = file.open();
    const auto engine = make_sqlite_dialect();
    *writer << "CREATE TABLE t (n BIGINT)";
    const std::string count = "SELECT COUNT(*) FROM t";
    using list = std::vector<long long>;
    {
        transaction reading(*reader, engine->begin_reading());
        CHECK(select_numbers(*reader, count) == list{0});
        transaction change(*writer, engine->begin_change());
        *writer << "INSERT INTO t (n) VALUES (1)";
        change.commit();

        CHECK(select_numbers(*reader, count) == list{0});
        reading.commit();
    }
    CHECK(select_numbers(*reader, count) == list{1});
}
