#include "server/rules/backtest_json.hpp"

#include <nlohmann/json.hpp>

namespace rejoinder::rules {

namespace {

using nlohmann::json;

json agreement_json(const agreement& in)
{
    return {
        {"caught", in.caught},
        {"wronged", in.wronged},
        {"missed", in.missed},
        {"precision", in.precision()},
        {"recall", in.recall()},
    };
}

json judged_json(const judged_by& by)
{
    json reasons = json::object();
    for (std::size_t i = 0; i < moderation::reason_count; ++i) {
        if (by.comments_with[i] == 0)
            continue;
        auto reason = agreement_json(by.by_reason[i]);
        reason["comments"] = by.comments_with[i];
        reasons[std::string(moderation::to_string(static_cast<moderation::reason>(i)))] =
            std::move(reason);
    }
    return {
        {"version", by.version},
        {"withheld", agreement_json(by.withheld)},
        {"reasons", std::move(reasons)},
    };
}

json verdicts_json(const backtest_report& report)
{
    json all = json::array();
    for (std::size_t from = 0; from < verdict_count; ++from)
        for (std::size_t to = 0; to < verdict_count; ++to)
            if (report.verdicts[from][to] > 0)
                all.push_back({
                    {"before", to_string(static_cast<moderation::verdict_kind>(from))},
                    {"after", to_string(static_cast<moderation::verdict_kind>(to))},
                    {"comments", report.verdicts[from][to]},
                });
    return all;
}

}  // namespace

json backtest_json(const backtest_report& report, excerpts with)
{
    json examples = json::array();
    for (const auto& each : report.examples) {
        json example = {
            {"id", each.id.str()},
            {"before", to_string(each.before)},
            {"after", to_string(each.after)},
            {"reasons", each.reasons},
        };
        if (with == excerpts::shown)
            example["excerpt"] = each.excerpt;
        examples.push_back(std::move(example));
    }
    return {
        {"comments", report.comments},
        {"decided", report.decided},
        {"changed", report.changed()},
        {"unlike_stored", report.unlike_stored},
        {"before", judged_json(report.before)},
        {"after", judged_json(report.after)},
        {"verdicts", verdicts_json(report)},
        {"examples", std::move(examples)},
    };
}

}  // namespace rejoinder::rules
