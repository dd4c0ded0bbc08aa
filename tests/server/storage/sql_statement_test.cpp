#include "server/storage/sql_statement.hpp"

#include "tests/server/storage/sqlite_file.hpp"
#include "tests/support/catch.hpp"

#include <limits>

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;

namespace {

struct statement_table {
    statement_table()
    {
        *session << "CREATE TABLE t (id BIGINT, words TEXT, amount DOUBLE PRECISION)";
    }

    sqlite_file file;
    std::unique_ptr<soci::session> session = file.open();
};

constexpr auto insert_row = "INSERT INTO t (id, words, amount) VALUES (:id, :words, :amount)";
constexpr auto select_rows = "SELECT id, words, amount FROM t ORDER BY id";

}  // namespace

TEST_CASE("sql statement: values come back as they went in", "[storage][sql_statement]")
{
    statement_table at;
    const long long id = GENERATE(
        0LL,
        -1LL,
        std::numeric_limits<long long>::max(),
        std::numeric_limits<long long>::min());
    const std::string words =
        GENERATE(as<std::string>(), "", "it's \"so\" :id ?", "\xF0\x9F\x98\x80");
    const double amount = GENERATE(0.0, -0.1, 1e300, 2.25);
    sql_statement(*at.session, insert_row).run(id, words, amount);

    sql_statement select(*at.session, select_rows);
    const auto& read_id = select.integer();
    const auto& read_words = select.text();
    const auto& read_amount = select.real();
    select.run();
    REQUIRE(select.next());
    CHECK(read_id.value == id);
    CHECK(read_words.value == words);
    CHECK(read_words.optional() == words);
    CHECK(read_amount.value == amount);
    CHECK_FALSE(select.next());
}

TEST_CASE("sql statement: NULL goes in and comes out", "[storage][sql_statement]")
{
    statement_table at;
    sql_statement insert(*at.session, insert_row);
    insert.run(1, std::optional<std::string>("a"), std::optional<double>(1.5));
    insert.run(2, std::optional<std::string>(), std::optional<double>());
    insert.run(3, std::optional<std::string>("c"), std::optional<double>(3.5));

    sql_statement select(*at.session, select_rows);
    select.integer();
    const auto& words = select.text();
    const auto& amount = select.real();
    select.run();
    REQUIRE(select.next());
    CHECK(words.optional() == "a");
    REQUIRE(select.next());
    CHECK(words.optional() == std::nullopt);
    CHECK(words.value.empty());
    CHECK(amount.state == soci::i_null);
    CHECK(amount.value == 0);
    REQUIRE(select.next());
    CHECK(words.optional() == "c");
    CHECK(amount.value == 3.5);
}

TEST_CASE("sql statement: a SELECT runs again with other values", "[storage][sql_statement]")
{
    statement_table at;
    sql_statement insert(*at.session, insert_row);
    for (int i = 1; i <= 5; ++i)
        insert.run(i, std::to_string(i), 0.5 * i);

    sql_statement select(*at.session, "SELECT words FROM t WHERE id >= :from ORDER BY id");
    const auto& words = select.text();
    const auto from = [&](long long id) {
        select.run(id);
        std::string all;
        while (select.next())
            all += words.value;
        return all;
    };
    CHECK(from(3) == "345");
    CHECK(from(9).empty());
    CHECK(from(1) == "12345");

    // Left in the middle of its rows.
    select.run(2);
    REQUIRE(select.next());
    CHECK(from(5) == "5");
}

TEST_CASE("sql statement: an aggregate of nothing is NULL", "[storage][sql_statement]")
{
    statement_table at;
    sql_statement select(*at.session, "SELECT MAX(id) FROM t");
    const auto& most = select.integer();
    select.run();
    REQUIRE(select.next());
    CHECK(most.optional() == std::nullopt);
    CHECK(most.optional_time() == std::nullopt);
    CHECK(most.value == 0);
}

TEST_CASE("sql statement: times are milliseconds", "[storage][sql_statement]")
{
    statement_table at;
    const auto time = *model::from_rfc3339("2026-10-01T09:15:00.123Z");
    sql_statement(*at.session, insert_row).run(time, "", 0.0);

    sql_statement select(*at.session, "SELECT id FROM t WHERE id = 1790846100123");
    const auto& read = select.integer();
    select.run();
    REQUIRE(select.next());
    CHECK(read.time() == time);
    CHECK(read.optional_time() == time);
}

TEST_CASE("sql statement: says how many rows each run changed", "[storage][sql_statement]")
{
    statement_table at;
    *at.session << "CREATE UNIQUE INDEX one ON t (id)";
    sql_statement insert(*at.session, std::string(insert_row) + " ON CONFLICT DO NOTHING");
    insert.run(1, "a", 1.0);
    CHECK(insert.changed() == 1);
    insert.run(1, "b", 1.0);
    CHECK(insert.changed() == 0);
    insert.run(2, "b", 1.0);
    CHECK(insert.changed() == 1);

    sql_statement update(*at.session, "UPDATE t SET amount = 2 WHERE id >= :least");
    update.run(1);
    CHECK(update.changed() == 2);
    update.run(3);
    CHECK(update.changed() == 0);
}

TEST_CASE("sql statement: lists are as long as their values", "[storage][sql_statement]")
{
    statement_table at;
    sql_statement insert(*at.session, insert_row);
    std::vector<sql_value> wanted;
    for (int i = 0; i < 700; ++i) {
        insert.run(i, "", 0.0);
        if (i < 500)
            wanted.emplace_back(2 * i);
    }

    sql_statement select(
        *at.session,
        "SELECT COUNT(*) FROM t WHERE id IN (" + placeholders("id", wanted.size()) + ")");
    const auto& count = select.integer();
    select.run_with(wanted);
    REQUIRE(select.next());
    CHECK(count.value == 350);
}

TEST_CASE("sql statement: placeholders are numbered", "[storage][sql_statement]")
{
    CHECK(placeholders("a", 0).empty());
    CHECK(placeholders("a", 1) == ":a0");
    CHECK(placeholders("a", 3) == ":a0, :a1, :a2");
}

TEST_CASE("sql statement: SQL that is none throws", "[storage][sql_statement]")
{
    statement_table at;

    CHECK_THROWS_AS(sql_statement(*at.session, "SELEKT 1"), soci::soci_error);
}
