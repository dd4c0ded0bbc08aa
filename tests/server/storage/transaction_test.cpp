#include "server/storage/transaction.hpp"

#include "tests/server/storage/sqlite_file.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::storage;
using namespace rejoinder::tests;

namespace {

using list = std::vector<long long>;

struct transaction_table {
    transaction_table() { *session << "CREATE TABLE t (n BIGINT NOT NULL UNIQUE)"; }

    list rows() { return select_numbers(*file.open(), "SELECT n FROM t ORDER BY n"); }

    sqlite_file file;
    std::unique_ptr<soci::session> session = file.open();
};

}  // namespace

TEST_CASE("transaction: all of it happens at its commit", "[storage][transaction]")
{
    transaction_table at;
    transaction change(*at.session, "BEGIN");
    *at.session << "INSERT INTO t (n) VALUES (1)";
    *at.session << "INSERT INTO t (n) VALUES (2)";
    CHECK(at.rows().empty());

    change.commit();
    CHECK(at.rows() == list{1, 2});
}

TEST_CASE("transaction: without a commit nothing has happened", "[storage][transaction]")
{
    transaction_table at;
    {
        const transaction change(*at.session, "BEGIN");
        *at.session << "INSERT INTO t (n) VALUES (1)";
    }

    CHECK(at.rows().empty());
    CHECK_NOTHROW(transaction(*at.session, "BEGIN").commit());
}

TEST_CASE("transaction: a statement that fails takes all with it", "[storage][transaction]")
{
    transaction_table at;
    const auto fail = [&] {
        transaction change(*at.session, "BEGIN");
        sql_statement insert(*at.session, "INSERT INTO t (n) VALUES (:n)");
        insert.run(1);
        insert.run(1);
        change.commit();
    };

    CHECK_THROWS_AS(fail(), soci::soci_error);
    CHECK(at.rows().empty());
    CHECK_NOTHROW(transaction(*at.session, "BEGIN").commit());
}

TEST_CASE("transaction: ends even while a statement still has rows", "[storage][transaction]")
{
    transaction_table at;
    *at.session << "INSERT INTO t (n) VALUES (1), (2), (3)";
    sql_statement select(*at.session, "SELECT n FROM t");
    const auto& number = select.integer();
    {
        const transaction reading(*at.session, "BEGIN");
        select.run();
        REQUIRE(select.next());
        CHECK(number.value == 1);
    }

    CHECK_NOTHROW(transaction(*at.session, "BEGIN").commit());
}

TEST_CASE("transaction: a commit that fails is rolled back", "[storage][transaction]")
{
    transaction_table at;
    *at.session << "CREATE TABLE r (n BIGINT REFERENCES t (n) DEFERRABLE INITIALLY DEFERRED)";
    {
        transaction change(*at.session, "BEGIN");
        *at.session << "INSERT INTO r (n) VALUES (7)";
        CHECK_THROWS_AS(change.commit(), soci::soci_error);
    }

    CHECK(select_numbers(*at.session, "SELECT n FROM r").empty());
    CHECK_NOTHROW(transaction(*at.session, "BEGIN").commit());
}

TEST_CASE("transaction: one that cannot begin throws", "[storage][transaction]")
{
    transaction_table at;
    transaction outer(*at.session, "BEGIN");
    *at.session << "INSERT INTO t (n) VALUES (1)";

    CHECK_THROWS_AS(transaction(*at.session, "BEGIN"), soci::soci_error);

    outer.commit();
    CHECK(at.rows() == list{1});
}
