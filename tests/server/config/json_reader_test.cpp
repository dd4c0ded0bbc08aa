#include "server/config/json_reader.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace rejoinder::config;
using rejoinder::tests::temporary_directory;

namespace {

/// Reads one document with every kind of read and returns what was wrong.
std::vector<problem> read(const std::string& json)
{
    const temporary_directory directory;
    std::vector<problem> problems;
    const json_document document(directory.write("t.json", json), problems);
    json_reader reader(document, document.root(), "", problems);
    std::string name;
    int count = 0;
    bool on = false;
    std::chrono::milliseconds deadline{1};
    std::vector<std::string> origins;
    reader.text("name", name);
    reader.number("count", count, 1, 64);
    reader.flag("on", on);
    reader.duration("deadline_ms", deadline, 1, 1000);
    reader.texts("origins", origins);
    reader.choice("mode", {"after", "before"}, [](std::string_view) {});
    reader.object("inner", [](json_reader& inner) {
        std::string text;
        inner.text("text", text);
    });
    reader.finish();
    for (auto& found : problems)
        found.file.clear();
    return problems;
}

}  // namespace

TEST_CASE("json reader: a good document has no problems", "[config]")
{
    CHECK(read(R"({"name": "n", "count": 3, "on": true, "deadline_ms": 5, "origins": ["a"],
                   "mode": "after", "inner": {"text": "t"}})")
              .empty());
    CHECK(read("{}").empty());
}

TEST_CASE("json reader: every problem is found in one run, by path", "[config]")
{
    const std::vector<problem> expected = {
        {"", "name", "expected a text in quotation marks"},
        {"", "count", "expected a whole number from 1 to 64"},
        {"", "on", "expected true or false"},
        {"", "deadline_ms", "expected a whole number from 1 to 1000"},
        {"", "origins", "expected a list of texts"},
        {"", "mode", "expected one of \"after\", \"before\""},
        {"", "inner.text", "expected a text in quotation marks"},
    };
    CHECK(read(R"({"name": 1, "count": 65, "on": "yes", "deadline_ms": 1.5, "origins": [1],
                 "mode": "never", "inner": {"text": false}})") == expected);
}

TEST_CASE("json reader: an unknown key is a problem with a hint", "[config]")
{
    CHECK(
        read(R"({"cuont": 1})") ==
        std::vector<problem>{{"", "cuont", "unknown key; is \"count\" meant?"}});
    CHECK(read(R"({"zebra": 1})") == std::vector<problem>{{"", "zebra", "unknown key"}});
}

TEST_CASE("json reader: describes what is asked of it", "[config]")
{
    const auto schema = config::schema_of([](config::json_reader& reader) {
        std::string text;
        int number = 0;
        bool flag = false;
        std::vector<std::string> texts;
        reader.text("text", text);
        reader.number("number", number, 1, 5);
        reader.flag("flag", flag);
        reader.texts("texts", texts);
        reader.choice("choice", {"a", "b"}, [](std::string_view) {});
        reader.elements("list", [](config::json_reader& each) {
            double share = 0;
            each.number("share", share, 0.5, 1);
        });
        reader.members("sites", [](const std::string&, config::json_reader& site) {
            std::string name;
            site.text("name", name);
        });
    });

    CHECK(schema == nlohmann::json::parse(R"({
        "type": "object", "additionalProperties": false, "properties": {
            "text": {"type": "string"},
            "number": {"type": "integer", "minimum": 1, "maximum": 5},
            "flag": {"type": "boolean"},
            "texts": {"type": "array", "items": {"type": "string"}},
            "choice": {"enum": ["a", "b"]},
            "list": {"type": "array", "items": {
                "type": "object", "additionalProperties": false, "properties": {
                    "share": {"type": "number", "minimum": 0.5, "maximum": 1}}}},
            "sites": {"type": "object", "additionalProperties": {
                "type": "object", "additionalProperties": false, "properties": {
                    "name": {"type": "string"}}}}}})"));
}
