#include "moderation/policy.hpp"

#include "moderation/rule_set_error.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

namespace {

findings of(std::initializer_list<reason> reasons)
{
    findings found;
    for (const auto why : reasons)
        found.push_back({.reason = why});
    return found;
}

verdict decide(findings found, policy_settings settings = {})
{
    return policy(std::move(settings)).decide(std::move(found), moderation_mode::after);
}

}  // namespace

TEST_CASE("policy: the shipped weights and decisive reasons", "[moderation][policy]")
{
    struct row {
        std::initializer_list<reason> found;
        verdict_kind expected;
    };
    static const row rows[] = {
        {{}, verdict_kind::publish},
        {{reason::new_author}, verdict_kind::publish},
        {{reason::shouting}, verdict_kind::publish},
        {{reason::own_address}, verdict_kind::publish},
        {{reason::suspect_word}, verdict_kind::hold},
        {{reason::promotion}, verdict_kind::hold},
        {{reason::too_many_links}, verdict_kind::hold},
        {{reason::contact_data}, verdict_kind::hold},
        {{reason::repeated_text}, verdict_kind::hold},
        {{reason::flood}, verdict_kind::hold},
        {{reason::filter_failed}, verdict_kind::hold},
        {{reason::blocked_host}, verdict_kind::spam},
        {{reason::banned_word}, verdict_kind::reject},
        {{reason::suspect_word, reason::banned_word}, verdict_kind::reject},
        {{reason::shouting, reason::shouting, reason::shouting}, verdict_kind::hold},
        {{reason::promotion, reason::promotion, reason::too_many_links, reason::link_only},
         verdict_kind::spam},
    };
    for (const auto& [found, expected] : rows) {
        const auto made = decide(of(found));
        CAPTURE(found.size(), made.score);
        CHECK(made.kind == expected);
    }
}

TEST_CASE(
    "policy: the score is the sum of the weights that each finding keeps",
    "[moderation][policy]")
{
    const auto made = decide(of({reason::suspect_word, reason::shouting}));

    CHECK(made.score == 7);
    CHECK(made.found[0].weight == 5);
    CHECK(made.found[1].weight == 2);
}

TEST_CASE("policy: one fault repeated counts only so often", "[moderation][policy]")
{
    const auto made = decide(findings(10, {.reason = reason::suspect_word}));

    CHECK(made.score == 15);
    CHECK(made.kind == verdict_kind::hold);
    CHECK(made.found[2].weight == 5);
    CHECK(made.found[3].weight == 0);
}

TEST_CASE("policy: the stricter mode counts", "[moderation][policy]")
{
    policy_settings before;
    before.mode = moderation_mode::before;

    CHECK(policy({}).decide({}, moderation_mode::after).kind == verdict_kind::publish);
    CHECK(policy({}).decide({}, moderation_mode::before).kind == verdict_kind::hold);
    CHECK(policy(before).decide({}, moderation_mode::after).kind == verdict_kind::hold);

    const auto made = policy({}).decide({}, moderation_mode::before);
    REQUIRE(made.found.size() == 1);
    CHECK(made.found[0].reason == reason::pre_moderated);
    CHECK(made.found[0].filter == "policy");
}

TEST_CASE("policy: pre-moderation does not soften a rejection", "[moderation][policy]")
{
    const auto made = policy({}).decide(of({reason::banned_word}), moderation_mode::before);

    CHECK(made.kind == verdict_kind::reject);
}

TEST_CASE(
    "policy: a failed filter holds, even when the rule set forgets it",
    "[moderation][policy]")
{
    policy_settings settings;
    settings.decisive.clear();
    settings.weights.clear();

    CHECK(decide(of({reason::filter_failed}), settings).kind == verdict_kind::hold);
}

TEST_CASE("policy: a threshold that is absent is never reached", "[moderation][policy]")
{
    policy_settings settings;
    settings.hold_at.reset();
    settings.spam_at.reset();
    settings.decisive.clear();

    CHECK(
        decide(of({reason::suspect_word, reason::promotion}), settings).kind ==
        verdict_kind::publish);
}

TEST_CASE("policy: a reason without a weight is recorded and never decides", "[moderation][policy]")
{
    policy_settings settings;
    settings.weights = {};
    settings.decisive = {};

    const auto made = decide(of({reason::banned_word}), settings);

    CHECK(made.kind == verdict_kind::publish);
    CHECK(made.found.size() == 1);
}

TEST_CASE("policy: settings without sense are refused", "[moderation][policy]")
{
    const auto refused = [](auto change) {
        policy_settings settings;
        change(settings);
        CHECK_THROWS_AS(policy(settings), rule_set_error);
    };
    refused([](auto& settings) { settings.weights[reason::shouting] = -1; });
    refused([](auto& settings) { settings.decisive[reason::shouting] = verdict_kind::publish; });
    refused([](auto& settings) { settings.hold_at = 0; });
    refused([](auto& settings) { settings.spam_at = 1; });
    refused([](auto& settings) { settings.reject_at = 10; });
    refused([](auto& settings) { settings.counted_per_reason_max = 0; });
}

TEST_CASE("verdict: one that was never given holds", "[moderation][policy]")
{
    CHECK(verdict{}.kind == verdict_kind::hold);
}
