#include "server/rules/policy_json.hpp"

#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

using namespace rejoinder;
using moderation::reason;
using moderation::verdict_kind;
using nlohmann::json;

TEST_CASE("policy as JSON: every value says which layer it comes from", "[rules]")
{
    moderation::policy_settings settings;
    moderation::policy_layer sport{
        .name = "sport",
        .when = {.sections = {"/sport/"}},
        .change = {}};
    sport.change.weights[reason::shouting] = 9;
    sport.change.silent[reason::flood] = true;
    sport.change.decisive[reason::contact_data] = verdict_kind::reject;
    sport.change.spam_at = moderation::threshold{};
    settings.layers.push_back(sport);
    const moderation::policy policy(settings);

    moderation::policy_context in;
    in.story.path = "/sport/final";
    const auto there = rules::policy_json(policy, in);
    in.story.path = "/culture/";
    const auto elsewhere = rules::policy_json(policy, in);

    CHECK(there["weights"]["shouting"] == json{{"value", 9}, {"from", "sport"}});
    CHECK(there["silent"]["flood"] == json{{"value", true}, {"from", "sport"}});
    CHECK(there["decisive"]["contact_data"] == json{{"value", "reject"}, {"from", "sport"}});
    CHECK(there["thresholds"]["spam"] == json{{"value", nullptr}, {"from", "sport"}});
    CHECK(there["thresholds"]["hold"]["from"] == "preset balanced");
    CHECK(there["weights"].size() == moderation::reason_count);
    CHECK(elsewhere["weights"]["shouting"]["from"] == "preset balanced");
    CHECK(elsewhere["decisive"]["shouting"]["value"] == nullptr);
    CHECK(elsewhere["mode"] == json{{"value", "after"}, {"from", "preset balanced"}});
}
