#include "server/config/json_document.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace rejoinder::config;
using rejoinder::tests::temporary_directory;

TEST_CASE("json document: comments are allowed", "[config]")
{
    const temporary_directory directory;
    const auto file = directory.write("a.json", "{ // why\n \"x\": 1 /* and how */ }");
    std::vector<problem> problems;

    const json_document document(file, problems);

    CHECK(problems.empty());
    CHECK(document.root() == nlohmann::json{{"x", 1}});
}

TEST_CASE("json document: an overlay wins key by key and names the file that decided", "[config]")
{
    const temporary_directory directory;
    const auto base = directory.write("base.json", R"({"a": {"x": 1, "y": 2}, "list": [1, 2]})");
    const auto top =
        directory.write("top.json", R"({"extends": "base.json", "a": {"y": 3}, "list": [9]})");
    std::vector<problem> problems;

    const json_document document(top, problems);

    CHECK(problems.empty());
    CHECK(document.root() == nlohmann::json{{"a", {{"x", 1}, {"y", 3}}}, {"list", {9}}});
    CHECK(document.file_of("a.x") == base.string());
    CHECK(document.file_of("a.y") == top.string());
}

TEST_CASE("json document: what cannot be read is a problem that names file and line", "[config]")
{
    const temporary_directory directory;
    std::vector<problem> problems;

    SECTION("not JSON")
    {
        const auto file = directory.write("a.json", "{\n\n  \"x\": }");
        const json_document document(file, problems);
        CHECK(problems == std::vector<problem>{{file.string(), "", "line 3 is not valid JSON"}});
    }
    SECTION("a number beyond all numbers")
    {
        const auto file = directory.write("a.json", R"({"x": 1e999})");
        const json_document document(file, problems);
        const auto expected = "has a number that is too large";
        CHECK(problems == std::vector<problem>{{file.string(), "", expected}});
    }
    SECTION("not an object")
    {
        const json_document document(directory.write("a.json", "[]"), problems);
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].expected == "expected one JSON object");
    }
    SECTION("no file")
    {
        const json_document document(directory.path() / "missing.json", problems);
        REQUIRE(problems.size() == 1);
    }
    SECTION("a circle of files")
    {
        const json_document document(
            directory.write("a.json", R"({"extends": "a.json"})"),
            problems);
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].path == "extends");
    }
}

TEST_CASE("json document: null takes a key away, also where nothing lies below", "[config]")
{
    const temporary_directory directory;
    directory.write("base.json", R"({"a": {"x": 1, "y": 2}})");
    const auto top = directory.write(
        "top.json",
        R"({"extends": "base.json", "a": {"x": null}, "b": {"z": null, "list": [1]}, "c": null})");
    std::vector<problem> problems;

    const json_document document(top, problems);

    CHECK(problems.empty());
    CHECK(document.root() == nlohmann::json{{"a", {{"y", 2}}}, {"b", {{"list", {1}}}}});
}
