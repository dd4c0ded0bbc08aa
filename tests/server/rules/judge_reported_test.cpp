#include "server/rules/judge_reported.hpp"

#include "moderation/engine.hpp"
#include "tests/server/rules/sample_rules.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"

#include <algorithm>

using namespace rejoinder;
using model::comment_state;

namespace {

/// A store with one published comment.
struct published_comment {
    published_comment() { tests::store_judged(*store, rules, {"A kind word about the bridge."}); }

    void report(const std::string& reporter)
    {
        model::report report;
        report.id = model::new_uuid();
        report.comment = id;
        report.reporter = reporter;
        report.at = model::now();
        REQUIRE(store->add_report(report, 100) == storage::report_status::added);
    }

    bool judge() { return rules::judge_reported(*store, engine, id); }
    storage::judged_comment now() { return store->find_judged(id).value(); }

    config::loaded_rule_set rules = tests::loaded(tests::banning("zorgle"));
    moderation::engine engine{rules.settings};
    tests::fresh_store store;
    model::comment_id id = tests::sample_id(1);
};

}  // namespace

TEST_CASE("judge reported: from the weight of the rules on, the comment waits", "[rules]")
{
    published_comment sample;
    for (const auto* reporter : {"r1", "r2"}) {
        sample.report(reporter);
        CHECK_FALSE(sample.judge());
    }
    CHECK(sample.now().comment.state == comment_state::published);
    sample.report("r3");
    CHECK(sample.judge());

    const auto now = sample.now();
    CHECK(now.comment.state == comment_state::pending);
    const auto& found = now.comment.verdict.found;
    const auto reported = std::ranges::find(found, moderation::reason::reported, [](auto& each) {
        return each.reason;
    });
    REQUIRE(reported != found.end());
    CHECK(reported->detail == "3");
    CHECK_THAT(now.context, tests::contains(R"("reports":3)"));
    CHECK_FALSE(sample.judge());
}

TEST_CASE("judge reported: what a moderator approved stays", "[rules]")
{
    published_comment sample;
    sample.report("r1");
    REQUIRE(
        tests::decide(*sample.store, 1, model::decision_action::approve).status ==
        model::decision_status::done);
    for (const auto* reporter : {"r2", "r3", "r4", "r5"})
        sample.report(reporter);

    CHECK_FALSE(sample.judge());
    CHECK(sample.now().comment.state == comment_state::published);
}

TEST_CASE("judge reported: a comment that is gone is no trouble", "[rules]")
{
    published_comment sample;
    CHECK_FALSE(rules::judge_reported(*sample.store, sample.engine, tests::sample_id(9)));
}
