#include "server/storage/storage_failure.hpp"

#include "tests/server/storage/sqlite_file.hpp"
#include "tests/support/catch.hpp"

#include <typeinfo>

using namespace rejoinder::storage;
using namespace rejoinder::tests;

namespace {

template <class Action>
std::optional<storage_failure> failure_of(Action&& action)
{
    try {
        attempt("testing", action);
    } catch (const storage_failure& failure) {
        return failure;
    }
    return std::nullopt;
}

}  // namespace

TEST_CASE("storage failure: an attempt that succeeds gives its value", "[storage][storage_failure]")
{
    CHECK(attempt("testing", [] { return 7; }) == 7);
}

TEST_CASE("storage failure: says what was done and the engine's code", "[storage][storage_failure]")
{
    const storage_failure failure("adding comments", 13);

    CHECK(failure.what() == std::string("storage: adding comments failed, engine code 13"));
    CHECK(failure.engine_code() == 13);
}

TEST_CASE("storage failure: what the engine says is dropped", "[storage][storage_failure]")
{
    const sqlite_file file;
    const auto session = file.open();
    *session << "CREATE TABLE t (n TEXT UNIQUE)";

    const auto broken = failure_of([&] { *session << "SELECT 'private' FROM nowhere"; });
    REQUIRE(broken);
    CHECK(broken->what() == std::string("storage: testing failed, engine code 1"));

    const auto refused = failure_of([&] {
        sql_statement insert(*session, "INSERT INTO t (n) VALUES (:n)");
        insert.run("private");
        insert.run("private");
    });
    REQUIRE(refused);
    CHECK((refused->engine_code() & 0xFF) == 19);  // SQLITE_CONSTRAINT
    CHECK(std::string(refused->what()).find("private") == std::string::npos);
}

TEST_CASE("storage failure: SOCI's own complaints are failures too", "[storage][storage_failure]")
{
    const auto complaint = failure_of([] { throw soci::soci_error("private"); });
    REQUIRE(complaint);
    CHECK(complaint->what() == std::string("storage: testing failed, engine code 0"));

    CHECK(failure_of([] { throw std::bad_cast(); }));
}

TEST_CASE("storage failure: other exceptions pass as they are", "[storage][storage_failure]")
{
    CHECK_THROWS_AS(failure_of([] { throw std::logic_error("bug"); }), std::logic_error);

    const auto inner = failure_of([] { throw storage_failure("waiting", 5); });
    REQUIRE(inner);
    CHECK(inner->engine_code() == 5);
    CHECK(inner->what() == std::string("storage: waiting failed, engine code 5"));
}
