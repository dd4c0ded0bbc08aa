#include "server/config/load_rule_set.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace rejoinder;
using config::load_rule_set;
using config::problem;
using moderation::reason;
using moderation::verdict_kind;
using tests::temporary_directory;

namespace {

struct rule_set_fixture {
    temporary_directory directory;
    std::vector<problem> problems;

    moderation::rule_set_settings load(const std::string& json)
    {
        return load_rule_set(directory.write("rules.json", json), problems);
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

TEST_CASE_METHOD(rule_set_fixture, "rule set: every filter's settings are read", "[config][rules]")
{
    const auto rules = load_good(R"({"filters": {
        "length": {"text_min": 2, "text_max": 500},
        "links": {"links_max": 7, "letters_beside_min": 9},
        "repeat": {"window_s": 60, "letters_min": 5, "similarity_min": 0.5},
        "flood": {"author_window_s": 61, "author_max": 2, "network_window_s": 62,
                  "network_max": 3},
        "shouting": {"letters_min": 8, "capitals_share_max": 0.9, "stretch_max": 6,
                     "punctuation_max": 5},
        "contact": {"email_addresses": false, "telephone_numbers": false, "ibans": false,
                    "card_numbers": false},
        "new_author": {"approved_min": 3}}})");

    CHECK(rules.length.text_min == 2);
    CHECK(rules.length.text_max == 500);
    CHECK(rules.links.links_max == 7);
    CHECK(rules.links.letters_beside_min == 9);
    CHECK(rules.repeat.window_seconds == 60);
    CHECK(rules.repeat.letters_min == 5);
    CHECK(rules.repeat.similarity_min == Approx(0.5));
    CHECK(rules.flood.author_window_seconds == 61);
    CHECK(rules.flood.author_max == 2);
    CHECK(rules.flood.network_window_seconds == 62);
    CHECK(rules.flood.network_max == 3);
    CHECK(rules.shouting.letters_min == 8);
    CHECK(rules.shouting.capitals_share_max == Approx(0.9));
    CHECK(rules.shouting.stretch_max == 6);
    CHECK(rules.shouting.punctuation_max == 5);
    CHECK_FALSE(rules.contact.email_addresses);
    CHECK_FALSE(rules.contact.telephone_numbers);
    CHECK_FALSE(rules.contact.ibans);
    CHECK_FALSE(rules.contact.card_numbers);
    CHECK(rules.new_author.approved_min == 3);
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

TEST_CASE_METHOD(rule_set_fixture, "rule set: lists are read from beside it", "[config][rules]")
{
    directory.write("words.txt", "# mine\nfoo\nbar baz\n");
    directory.write("hosts.txt", "spam.example\n");
    const auto rules = load_good(R"({"filters": {
        "words": {"lists": [{"file": "words.txt", "reason": "promotion"}]},
        "links": {"blocked_hosts": "hosts.txt"}}})");

    REQUIRE(rules.words.lists.size() == 1);
    CHECK(rules.words.lists[0].name == "words.txt");
    CHECK(rules.words.lists[0].reason == reason::promotion);
    CHECK(rules.words.lists[0].entries.size() == 2);
    CHECK(rules.links.blocked_hosts.contains("spam.example"));
}

TEST_CASE_METHOD(rule_set_fixture, "rule set: a list that is not there is named", "[config][rules]")
{
    load(with_list);

    REQUIRE(problems.size() == 1);
    CHECK(problems[0].file == (directory.path() / "words.txt").string());
}

TEST_CASE_METHOD(
    rule_set_fixture,
    "rule set: a fault in a list is told by its line",
    "[config][rules]")
{
    directory.write("hosts.txt", "spam.example\nnot a host\n");
    load(R"({"filters": {"links": {"blocked_hosts": "hosts.txt"}}})");

    REQUIRE(problems.size() == 1);
    CHECK(problems[0].file == (directory.path() / "hosts.txt").string());
    CHECK(problems[0].path == "line 2");
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
    const auto rules = load_rule_set("config/moderation.json", problems);

    CHECK(problems.empty());
    CHECK(rules.words.lists.size() == 3);
    CHECK(
        rules.policy.layers.at(0).change.decisive.at(reason::banned_word) == verdict_kind::reject);
}
