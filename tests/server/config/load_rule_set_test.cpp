#include "server/config/load_rule_set.hpp"

#include "server/config/json_document.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace rejoinder;
using config::load_rule_set;
using config::problem;
using tests::temporary_directory;

namespace {

struct rule_set_fixture {
    temporary_directory directory;
    std::vector<problem> problems;

    moderation::rule_set_settings load(const std::string& json)
    {
        return load_rule_set(directory.write("rules.json", json), problems).settings;
    }

    /// The rule set, which must be without fault.
    moderation::rule_set_settings load_good(const std::string& json)
    {
        auto rules = load(json);
        for (const auto& each : problems)
            UNSCOPED_INFO(to_string(each));
        REQUIRE(problems.empty());
        return rules;
    }

    /// "path: expected" of the only problem.
    std::string problem_of(const std::string& json)
    {
        load(json);
        REQUIRE(problems.size() == 1);
        return problems[0].path + ": " + problems[0].expected;
    }
};

constexpr const char* with_list =
    R"({"filters": {"words": {"lists": [{"file": "words.txt", "reason": "banned_word"}]}}})";

}  // namespace

TEST_CASE_METHOD(
    rule_set_fixture,
    "rule set: what is not said has the shipped default",
    "[config][rules]")
{
    const moderation::rule_set_settings shipped;
    const auto rules = load_good("{}");

    CHECK(rules.length.text_max == shipped.length.text_max);
    CHECK(rules.links.links_max == shipped.links.links_max);
    CHECK(rules.policy.base_name == "preset balanced");
    CHECK(rules.policy.base.weights == shipped.policy.base.weights);
    CHECK(rules.policy.layers.empty());
    CHECK(rules.words.lists.empty());
}

TEST_CASE_METHOD(rule_set_fixture, "rule set: a preset is what all begins with", "[config][rules]")
{
    const auto rules =
        load_good(R"({"preset": "strict", "filters": {"flood": {"author_max": 9}}})");

    CHECK(rules.policy.base_name == "preset strict");
    CHECK(rules.links.links_max == 0);
    CHECK(rules.flood.author_max == 9);
    CHECK(
        problem_of(R"({"preset": "strikt"})") ==
        R"(preset: expected one of "relaxed", "balanced", "strict", "wordpress")");
}

TEST_CASE_METHOD(
    rule_set_fixture,
    "rule set: unknown reasons, verdicts and keys are problems",
    "[config][rules]")
{
    struct example {
        std::string json;
        std::string problem;
    };
    const auto [written, wrong] = GENERATE(
        example{
            R"({"policy": {"weights": {"shoutin": 1}}})",
            "policy.weights.shoutin: unknown key; is \"shouting\" meant?"},
        example{
            R"({"policy": {"decisive": {"flood": "publish"}}})",
            "policy.decisive.flood: expected one of \"none\", \"hold\", \"spam\", \"reject\""},
        example{
            R"({"policy": {"weights": {"flood": -1}}})",
            "policy.weights.flood: expected a number from 0 to 1000000"},
        example{
            R"({"filters": {"repeat": {"similarity_min": 2}}})",
            "filters.repeat.similarity_min: expected a number from 0.01 to 1"},
        example{R"({"filters": {"zebra": {}}})", "filters.zebra: unknown key"});

    CHECK(problem_of(written) == wrong);
}

TEST_CASE_METHOD(
    rule_set_fixture,
    "rule set: the version is the hash of rules and lists",
    "[config][rules]")
{
    directory.write("words.txt", "foo\n");
    const auto version = load_good(with_list).version;
    CHECK(version.size() == 12);
    CHECK(load_good(with_list).version == version);
    CHECK(load_good(std::string("// Only a comment is new.\n") + with_list).version == version);

    directory.write("words.txt", "bar\n");
    CHECK(load_good(with_list).version != version);
    CHECK(load_good("{}").version != version);
}

TEST_CASE("rule set: the shipped one is without fault", "[config][rules]")
{
    std::vector<problem> problems;
    const auto rules = load_rule_set("config/moderation.json", problems).settings;

    CHECK(problems.empty());
    CHECK(rules.words.lists.size() == 10);
    CHECK(rules.email_domain.disposable.size() > 50);
    CHECK(rules.email_domain.blocked.empty());
    CHECK(rules.policy.base_name == "preset balanced");
    CHECK(rules.policy.layers.empty());  // Or another preset would not be what it says.
}

TEST_CASE_METHOD(
    rule_set_fixture,
    "rule set: what was read is a bundle, from which the same is read",
    "[config][rules]")
{
    directory.write("words.txt", "foo\n");
    directory.write("base.json", with_list);
    const auto file = directory.write("rules.json", R"({"extends": "base.json", "$schema": "s"})");
    const auto read = load_rule_set(file, problems);
    REQUIRE(problems.empty());

    const auto again = load_rule_set(read.bundle, "kept", problems);

    CHECK(problems.empty());
    CHECK(again.bundle == read.bundle);
    CHECK(again.settings.version == read.settings.version);
    CHECK(again.settings.words.lists.at(0).entries.size() == 1);
    CHECK(again.sources.empty());
    CHECK(read.bundle.files.at("words.txt") == "foo\n");
    CHECK_FALSE(read.bundle.rules.contains("extends"));
    CHECK_FALSE(read.bundle.rules.contains("$schema"));
    CHECK(read.sources.size() == 3);
}

TEST_CASE_METHOD(rule_set_fixture, "rule set: problems of a bundle name it", "[config][rules]")
{
    const auto load = [&](const char* rules, std::map<std::string, std::string> files) {
        problems.clear();
        load_rule_set({nlohmann::json::parse(rules), std::move(files)}, "kept", problems);
        REQUIRE(problems.size() == 1);
        return to_string(problems[0]);
    };

    CHECK(load(R"({"zebra": 1})", {}) == "kept: zebra: unknown key");
    CHECK(load(with_list, {}) == "words.txt: expected this list among the files of the rule set");
    CHECK(load(
              R"({"filters": {"links": {"blocked_hosts": "h.txt"}}})",
              {{"h.txt", "ok.example\nno host at all\n"}})
              .starts_with("h.txt: line 2: "));
}

TEST_CASE("rule set: the schema that is shipped is what is read", "[config][rules]")
{
    std::vector<problem> problems;
    const auto shipped =
        nlohmann::json::parse(config::read_file("config/moderation.schema.json", problems));

    // rejoinder rules schema > config/moderation.schema.json
    CHECK(shipped == config::rule_set_schema());
    const auto& properties = shipped["properties"];
    const auto& links = properties["filters"]["properties"]["links"]["properties"];
    CHECK(
        links["links_max"] ==
        nlohmann::json::parse(R"({"type": "integer", "minimum": 0, "maximum": 1000})"));
    const auto& weights = properties["policy"]["properties"]["weights"]["properties"];
    CHECK(weights.size() == moderation::reason_count);
    CHECK(
        properties["policy"]["properties"]["overrides"]["items"]["additionalProperties"] == false);
}
