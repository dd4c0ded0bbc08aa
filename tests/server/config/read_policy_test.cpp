#include "server/config/read_policy.hpp"

#include "moderation/policy.hpp"
#include "server/config/load_rule_set.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace rejoinder;
using moderation::author_class;
using moderation::policy_context;
using moderation::reason;
using moderation::verdict_kind;

namespace {

struct policy_fixture {
    tests::temporary_directory directory;
    std::vector<config::problem> problems;

    moderation::policy_settings read(const std::string& policy)
    {
        problems.clear();
        const auto file = directory.write("rules.json", R"({"policy": )" + policy + "}");
        return config::load_rule_set(file, problems).settings.policy;
    }

    std::string problem_of(const std::string& policy)
    {
        read(policy);
        REQUIRE(problems.size() == 1);
        return problems[0].path + ": " + problems[0].expected;
    }
};

std::size_t index_of(reason why)
{
    return static_cast<std::size_t>(why);
}

}  // namespace

TEST_CASE_METHOD(policy_fixture, "policy section: what it says lies over the preset", "[config]")
{
    const moderation::policy rules(read(R"({
        "mode": "before", "weights": {"shouting": 3.5},
        "decisive": {"flood": "hold", "banned_word": "none"},
        "thresholds": {"hold": 0, "spam": 9, "reject": 30}, "counted_per_reason_max": 2})"));
    REQUIRE(problems.empty());
    const auto made = rules.effective({});

    CHECK(made.mode.value == moderation::moderation_mode::before);
    CHECK(made.weights[index_of(reason::shouting)].value == 3.5);
    CHECK(made.weights[index_of(reason::flood)].value == 5);
    CHECK(made.decisive[index_of(reason::flood)].value == verdict_kind::hold);
    CHECK(made.decisive[index_of(reason::banned_word)].value == verdict_kind::publish);
    CHECK_FALSE(made.hold_at.value);  // 0: never by score.
    CHECK(made.spam_at.value == 9);
    CHECK(made.reject_at.value == 30);
    CHECK(made.counted_per_reason_max.value == 2);
    CHECK(rules.name_of(made.mode.source) == "rule set");
}

TEST_CASE_METHOD(policy_fixture, "policy section: overrides are layers with conditions", "[config]")
{
    const auto settings = read(R"({"overrides": [
        {"name": "night", "when": {"hours": "22:00-6:30"}, "mode": "before"},
        {"when": {"sites": ["news"], "sections": ["/sport/"], "stories": ["1"],
                  "authors": ["known", "trusted"], "review_queue_min": 200},
         "weights": {"shouting": 0}}]})");
    REQUIRE(problems.empty());
    REQUIRE(settings.layers.size() == 3);

    const auto& night = settings.layers[1];
    CHECK(night.name == "night");
    REQUIRE(night.when.hours.has_value());
    CHECK(night.when.hours->from == 22 * 60);
    CHECK(night.when.hours->to == 6 * 60 + 30);
    const auto& other = settings.layers[2];
    CHECK(other.name == "override 2");
    CHECK(other.when.sites == std::vector<std::string>{"news"});
    CHECK(other.when.sections == std::vector<std::string>{"/sport/"});
    CHECK(other.when.stories == std::vector<std::string>{"1"});
    CHECK(other.when.authors == std::vector{author_class::known, author_class::trusted});
    CHECK(other.when.review_queue_min == 200);
    CHECK(other.change.weights.at(reason::shouting) == 0);
}

TEST_CASE_METHOD(policy_fixture, "policy section: what cannot be meant is refused", "[config]")
{
    CHECK(problem_of(R"({"overrides": [{"when": {"hours": "10-25"}}]})")
              .ends_with(R"(expected a span of the day such as "22:00-06:30")"));
    CHECK(problem_of(R"({"overrides": [{"when": {"hours": "23:00-24:01"}}]})")
              .ends_with(R"(expected a span of the day such as "22:00-06:30")"));
    CHECK(problem_of(R"({"overrides": [{"when": {"sections": ["sport"]}}]})")
              .ends_with(R"(expected beginnings of a path such as "/sport/")"));
    CHECK(problem_of(R"({"overrides": [{"when": {"authors": ["old"]}}]})")
              .ends_with(R"(expected "new", "known" or "trusted")"));
}

TEST_CASE_METHOD(policy_fixture, "policy section: trust has its own numbers", "[config]")
{
    const auto settings =
        read(R"({"trust": {"known_min": 2, "trusted_min": 50, "rejected_share_max": 0.01}})");

    CHECK(problems.empty());
    CHECK(settings.trust.known_min == 2);
    CHECK(settings.trust.trusted_min == 50);
    CHECK(settings.trust.rejected_share_max == 0.01);
}
