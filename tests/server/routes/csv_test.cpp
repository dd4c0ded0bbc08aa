#include "server/routes/csv.hpp"

#include "tests/support/catch.hpp"

using rejoinder::routes::csv_line;

TEST_CASE("csv: values with commas, quotes and lines are quoted", "[routes]")
{
    CHECK(csv_line({"a", "b c", ""}) == "a,b c,\r\n");
    CHECK(
        csv_line({"a,b", "say \"hi\"", "two\nlines"}) ==
        "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
    CHECK(csv_line({"", "a"}) == ",a\r\n");
}

TEST_CASE("csv: no value becomes a formula of a spreadsheet", "[routes]")
{
    CHECK(csv_line({"=1+1", "@x", "-2", "+3"}) == "\"'=1+1\",\"'@x\",\"'-2\",\"'+3\"\r\n");
}
