#include "server/storage/site_rows.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace rejoinder::storage;

TEST_CASE("site rows: a condition on the sites, where there are any", "[storage]")
{
    std::vector<sql_value> values = {"first"};
    CHECK(among_sites("c.site", {}, values).empty());
    CHECK(values.size() == 1);

    const model::site_list sites = {model::site_id("demo"), model::site_id("gazette")};
    CHECK(among_sites("c.site", sites, values) == "AND c.site IN (:among0, :among1) ");
    REQUIRE(values.size() == 3);
    CHECK(values[1].text() == "demo");
    CHECK(values[2].text() == "gazette");
}

TEST_CASE("site rows: a scope's own site stands before the others", "[storage]")
{
    std::vector<sql_value> values;
    CHECK(within("", "site", values).empty());
    CHECK(within("demo", "site", values) == "AND site = :site ");
    const desk_scope scope("demo", {model::site_id("gazette")});
    CHECK(within(scope, "site", values) == "AND site = :site AND site IN (:among0) ");
    REQUIRE(values.size() == 3);
    CHECK(values[2].text() == "gazette");
}
