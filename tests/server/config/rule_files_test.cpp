#include "server/config/rule_files.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace rejoinder::config;
using rejoinder::tests::temporary_directory;

TEST_CASE("rule files: lists in a folder", "[config][rules]")
{
    const temporary_directory directory;
    directory.write("a.txt", "one\n");
    folder_files files(directory.path());
    std::vector<problem> problems;

    CHECK(files.read("a.txt", problems) == "one\n");
    CHECK(problems.empty());
    CHECK(files.read("b.txt", problems).empty());
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].file == files.shown_as("b.txt"));
    CHECK(files.contents().at("a.txt") == "one\n");
}

TEST_CASE("rule files: lists that were given are not looked for on disk", "[config][rules]")
{
    given_files files(std::map<std::string, std::string>{{"a.txt", "one\n"}});
    std::vector<problem> problems;

    CHECK(files.read("a.txt", problems) == "one\n");
    CHECK(problems.empty());
    CHECK(files.read("/etc/hostname", problems).empty());
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].file == "/etc/hostname");
    CHECK(problems[0].expected == "expected this list among the files of the rule set");
}
