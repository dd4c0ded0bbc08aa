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
    const policy rules(std::move(settings));
    return rules.decide(std::move(found), rules.effective({}));
}

/// The policy of the defaults with one more layer.
policy_settings with_layer(policy_change change, policy_condition when = {})
{
    policy_settings settings;
    settings.layers.push_back({"the test", std::move(when), std::move(change)});
    return settings;
}

policy_context in_story(std::optional<moderation_mode> mode)
{
    policy_context in;
    in.story.mode = mode;
    return in;
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

TEST_CASE("policy: a story may be looser or stricter than the rule set", "[moderation][policy]")
{
    policy_settings before;
    before.base.mode = moderation_mode::before;
    const auto kind = [](const policy_settings& settings, std::optional<moderation_mode> story) {
        const policy rules(settings);
        return rules.decide({}, rules.effective(in_story(story))).kind;
    };

    CHECK(kind({}, {}) == verdict_kind::publish);
    CHECK(kind({}, moderation_mode::before) == verdict_kind::hold);
    CHECK(kind(before, {}) == verdict_kind::hold);
    CHECK(kind(before, moderation_mode::after) == verdict_kind::publish);
}

TEST_CASE("policy: pre-moderation is a finding, and does not soften a rejection", "[moderation]")
{
    const policy rules({});
    const auto before = rules.effective(in_story(moderation_mode::before));

    const auto held = rules.decide({}, before);
    REQUIRE(held.found.size() == 1);
    CHECK(held.found[0].reason == reason::pre_moderated);
    CHECK(held.found[0].filter == "policy");
    CHECK(rules.decide(of({reason::banned_word}), before).kind == verdict_kind::reject);
}

TEST_CASE("policy: each value says which layer it comes from", "[moderation][policy]")
{
    auto settings = with_layer({.weights = {{reason::shouting, 9}}});
    settings.layers.push_back(
        {"sport", {.sections = {"/sport/"}}, {.weights = {{reason::flood, 1}}}});
    const policy rules(settings);

    policy_context in;
    in.story.path = "/sport/final";
    in.story.mode = moderation_mode::after;
    const auto made = rules.effective(in);

    const auto source_of = [&](reason why) {
        return rules.name_of(made.weights[static_cast<std::size_t>(why)].source);
    };
    CHECK(source_of(reason::shouting) == "the test");
    CHECK(source_of(reason::flood) == "sport");
    CHECK(source_of(reason::promotion) == "preset balanced");
    CHECK(rules.name_of(made.mode.source) == "story or site");

    in.story.path = "/culture/final";
    CHECK(rules.effective(in).weights[static_cast<std::size_t>(reason::flood)].source == 0);
}

TEST_CASE("policy: a later layer lies over an earlier one", "[moderation][policy]")
{
    auto settings = with_layer({.hold_at = threshold{2}});
    settings.layers.push_back({"later", {}, {.hold_at = threshold{7}}});

    CHECK(decide(of({reason::suspect_word}), settings).kind == verdict_kind::publish);
}

TEST_CASE(
    "policy: a failed filter holds, even when the rule set forgets it",
    "[moderation][policy]")
{
    policy_settings settings;
    settings.base.decisive.clear();
    settings.base.weights.clear();
    CHECK(decide(of({reason::filter_failed}), settings).kind == verdict_kind::hold);

    const auto layer = with_layer({.decisive = {{reason::filter_failed, verdict_kind::publish}}});
    CHECK(decide(of({reason::filter_failed}), layer).kind == verdict_kind::hold);
}

TEST_CASE("policy: a threshold that is absent is never reached", "[moderation][policy]")
{
    const auto settings = with_layer({.hold_at = threshold{}, .spam_at = threshold{}});

    CHECK(
        decide(of({reason::suspect_word, reason::promotion}), settings).kind ==
        verdict_kind::publish);
}

TEST_CASE("policy: a reason without a weight is recorded and never decides", "[moderation][policy]")
{
    policy_settings settings;
    settings.base.weights = {};
    settings.base.decisive = {};

    const auto made = decide(of({reason::banned_word}), settings);

    CHECK(made.kind == verdict_kind::publish);
    CHECK(made.found.size() == 1);
}

TEST_CASE("policy: settings without sense are refused", "[moderation][policy]")
{
    const auto refused = [](const policy_change& change) {
        CHECK_THROWS_WITH(
            policy(with_layer(change)),
            rejoinder::tests::contains("policy, the test: "));
    };
    refused({.weights = {{reason::shouting, -1}}});
    refused({.hold_at = threshold{0}});
    refused({.spam_at = threshold{1}});
    refused({.reject_at = threshold{10}});
    refused({.counted_per_reason_max = 0});
}

TEST_CASE("policy: the number of layers has a limit", "[moderation][policy]")
{
    policy_settings settings;
    settings.layers.resize(policy_layers_max);
    CHECK_NOTHROW(policy(settings));

    settings.layers.emplace_back();
    CHECK_THROWS_WITH(policy(settings), rejoinder::tests::contains("at most 256 layers"));
}

TEST_CASE("verdict: one that was never given holds", "[moderation][policy]")
{
    CHECK(verdict{}.kind == verdict_kind::hold);
}

TEST_CASE("policy: a silent reason is recorded and has no say", "[moderation][policy]")
{
    policy_change change;
    change.silent[reason::banned_word] = true;
    change.silent[reason::filter_failed] = true;

    const auto quiet = decide(of({reason::banned_word, reason::shouting}), with_layer(change));
    CHECK(quiet.kind == verdict_kind::publish);
    CHECK(quiet.found[0].silent);
    CHECK(quiet.found[0].weight == 0);
    CHECK_FALSE(quiet.found[1].silent);

    const auto closed = decide(of({reason::filter_failed}), with_layer(change));
    CHECK(closed.kind == verdict_kind::hold);
    CHECK_FALSE(closed.found[0].silent);
}

TEST_CASE("policy: silent findings are not counted among their reason's", "[moderation][policy]")
{
    policy_change change;
    change.counted_per_reason_max = 1;
    findings found = of({reason::suspect_word, reason::suspect_word});
    found[0].silent = true;

    const auto made = decide(found, with_layer(change));

    CHECK(made.kind == verdict_kind::hold);
    CHECK(made.found[0].weight == 0);
    CHECK(made.found[1].weight > 0);
}
