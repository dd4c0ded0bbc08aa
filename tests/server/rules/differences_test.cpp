#include "server/rules/differences.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using config::rule_set_bundle;
using nlohmann::json;
using rules::changed_key;
using rules::changed_list;
using rules::differences_between;

TEST_CASE("differences: the same rules have none", "[rules]")
{
    const rule_set_bundle rules{json::parse(R"({"a": {"b": [1, 2]}})"), {{"l.txt", "x\ny\n"}}};

    CHECK(differences_between(rules, rules).empty());
    CHECK(differences_between({}, {}).empty());
}

TEST_CASE("differences: keys are named by their path, absent ones are empty", "[rules]")
{
    const rule_set_bundle from{
        json::parse(R"({"preset": "strict", "policy": {"weights": {"flood": 1}}, "empty": {}})"),
        {}};
    const rule_set_bundle to{
        json::parse(R"({"policy": {"weights": {"flood": 2}}, "empty": {}, "l": ["a", true]})"),
        {}};

    const auto found = differences_between(from, to);

    CHECK(found.lists.empty());
    CHECK(
        found.keys == std::vector<changed_key>{
                          {"l.0", "", "\"a\""},
                          {"l.1", "", "true"},
                          {"policy.weights.flood", "1", "2"},
                          {"preset", "\"strict\"", ""}});
}

TEST_CASE("differences: lists differ by lines, in any order", "[rules]")
{
    const rule_set_bundle from{json::object(), {{"a.txt", "x\ny\ny\nz"}, {"old.txt", "o\n"}}};
    const rule_set_bundle to{json::object(), {{"a.txt", "z\ny\nw\nx\n"}, {"new.txt", "n"}}};

    const auto found = differences_between(from, to);

    CHECK(found.keys.empty());
    CHECK(
        found.lists == std::vector<changed_list>{
                           {"a.txt", {"y"}, {"w"}},
                           {"new.txt", {}, {"n"}},
                           {"old.txt", {"o"}, {}}});
}
