#include "server/config/problem.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::config;

TEST_CASE("problem: names file, key and what was expected", "[config]")
{
    CHECK(
        to_string({"config/rejoinder.json", "queue.partitions", "expected a whole number"}) ==
        "config/rejoinder.json: queue.partitions: expected a whole number");
    CHECK(
        to_string({"config/rejoinder.json", "", "line 3 is not valid JSON"}) ==
        "config/rejoinder.json: line 3 is not valid JSON");
}

TEST_CASE("problem: an error tells all of them, one a line", "[config]")
{
    const std::vector<problem> problems = {{"a.json", "x", "expected 1"}, {"b.json", "", "is bad"}};
    const config_error error(problems);

    CHECK(error.what() == std::string("a.json: x: expected 1\nb.json: is bad"));
    CHECK(error.problems() == problems);
}
