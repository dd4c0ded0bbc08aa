#include "server/rules/backtest_json.hpp"

#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

using namespace rejoinder;
using moderation::verdict_kind;
using nlohmann::json;

TEST_CASE("backtest as JSON: what the desk is shown", "[rules][backtest]")
{
    rules::backtest_report report;
    report.comments = 9;
    report.decided = 4;
    report.before.version = "0123456789ab";
    report.after.version = "ba9876543210";
    report.after.withheld = {.caught = 1, .wronged = 1, .missed = 3};
    report.after.comments_with[0] = 2;
    report.after.by_reason[0] = {.caught = 1, .wronged = 0, .missed = 3};
    report.verdicts[0][1] = 2;
    report.verdicts[3][3] = 7;
    report.examples.push_back(
        {model::comment_id("id"), verdict_kind::publish, verdict_kind::hold, "Well", {"flood"}});

    const auto made = rules::backtest_json(report, rules::excerpts::shown);

    CHECK(made["comments"] == 9);
    CHECK(made["changed"] == 2);
    CHECK(made["before"]["reasons"].empty());
    CHECK(made["after"]["withheld"]["precision"] == 0.5);
    CHECK(made["after"]["withheld"]["recall"] == 0.25);
    CHECK(made["after"]["reasons"]["empty_text"]["comments"] == 2);
    CHECK(made["verdicts"] == json::parse(R"([{"before": "publish", "after": "hold", "comments": 2},
                        {"before": "reject", "after": "reject", "comments": 7}])"));
    CHECK(
        made["examples"] ==
        json::parse(R"([{"id": "id", "before": "publish", "after": "hold", "excerpt": "Well",
                         "reasons": ["flood"]}])"));
    const auto kept = rules::backtest_json(report, rules::excerpts::left_out);
    CHECK_FALSE(kept["examples"][0].contains("excerpt"));
}
