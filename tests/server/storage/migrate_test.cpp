#include "server/storage/migrate.hpp"

#include "server/storage/dialect.hpp"
#include "tests/server/storage/sqlite_file.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::storage;
using namespace rejoinder::tests;

namespace {

using list = std::vector<long long>;

constexpr migration first = {
    1,
    "0001_first",
    "-- A comment: with a colon.\n"
    "\n"
    "CREATE TABLE a (\n"
    "    n {identity},\n"
    "    m BIGINT NOT NULL\n"
    ");\n"
    "INSERT INTO a (m) VALUES (7);\n"};
constexpr migration second = {
    2,
    "0002_second",
    "UPDATE a SET m = m * 2;\nCREATE TABLE b (n BIGINT)"};
constexpr migration broken = {2, "0002_broken", "UPDATE a SET m = m * 2;\nSELEKT 1;\n"};

struct migrated_file {
    int migrate_with(const std::vector<migration>& known)
    {
        return migrate(*session, *engine, known);
    }
    list values() { return select_numbers(*session, "SELECT m FROM a"); }

    sqlite_file file;
    std::unique_ptr<soci::session> session = file.open();
    std::unique_ptr<const dialect> engine = make_sqlite_dialect();
};

}  // namespace

TEST_CASE("migrate: an empty database gets everything in order", "[storage][migrate]")
{
    migrated_file at;

    CHECK(at.migrate_with({first, second}) == 2);

    CHECK(at.values() == list{14});
    CHECK(schema_version(*at.session) == 2);
    const std::string versions = "SELECT version FROM schema_version ORDER BY version";
    CHECK(select_numbers(*at.session, versions) == list{1, 2});
    const std::string name = "SELECT name FROM schema_version WHERE version = 1";
    CHECK(select_text(*at.session, name) == "0001_first");
}

TEST_CASE("migrate: a second time is no change", "[storage][migrate]")
{
    migrated_file at;
    at.migrate_with({first, second});

    CHECK(at.migrate_with({first, second}) == 0);
    CHECK(at.values() == list{14});
}

TEST_CASE("migrate: an older database gets what is missing", "[storage][migrate]")
{
    migrated_file at;
    CHECK(at.migrate_with({first}) == 1);
    CHECK(at.values() == list{7});

    CHECK(at.migrate_with({first, second}) == 1);
    CHECK(at.values() == list{14});
}

TEST_CASE("migrate: one that fails leaves nothing of itself", "[storage][migrate]")
{
    migrated_file at;

    CHECK_THROWS_AS(at.migrate_with({first, broken}), soci::soci_error);

    CHECK(schema_version(*at.session) == 1);
    CHECK(at.values() == list{7});
    CHECK(at.migrate_with({first, second}) == 1);
}

TEST_CASE("migrate: a database of a newer program is refused untouched", "[storage][migrate]")
{
    migrated_file at;
    at.migrate_with({first, second});

    CHECK_THROWS_AS(at.migrate_with({first}), schema_too_new);
    CHECK_THROWS_WITH(at.migrate_with({first}), rejoinder::tests::contains("newer program"));
    CHECK(schema_version(*at.session) == 2);
}

TEST_CASE("migrate: the program's own are numbered without a gap", "[storage][migrate]")
{
    int version = 0;
    for (const auto& each : migrations()) {
        CHECK(each.version == ++version);
        CHECK_FALSE(each.name.empty());
        CHECK_FALSE(each.sql.empty());
    }
    CHECK(version >= 2);
}

TEST_CASE("migrate: the program's own make a sound database", "[storage][migrate]")
{
    migrated_file at;
    const auto count = static_cast<int>(migrations().size());
    CHECK(migrate(*at.session, *at.engine, migrations()) == count);
    CHECK(migrate(*at.session, *at.engine, migrations()) == 0);

    CHECK(select_text(*at.session, "PRAGMA integrity_check") == "ok");
    CHECK(select_numbers(*at.session, "SELECT COUNT(*) FROM outbox") == list{1});
}
