#include "server/cli/progress_bar.hpp"
#include "server/cli/rules_commands.hpp"
#include "server/cli/rules_place.hpp"
#include "server/rules/backtest.hpp"
#include "server/rules/backtest_json.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <ostream>
#include <thread>
#include <unistd.h>

namespace rejoinder::cli {

namespace {

using moderation::verdict_kind;
using rules::agreement;
using rules::backtest_report;

void print(const char* what, const agreement& before, const agreement& after, std::ostream& out)
{
    out << fmt::format(
        "  {:<24} precision {:.3f} -> {:.3f}   recall {:.3f} -> {:.3f}\n",
        what,
        before.precision(),
        after.precision(),
        before.recall(),
        after.recall());
}

void print_reasons(const backtest_report& report, std::ostream& out)
{
    out << "By reason:                 comments before -> after\n";
    for (std::size_t i = 0; i < moderation::reason_count; ++i) {
        const auto before = report.before.comments_with[i];
        const auto after = report.after.comments_with[i];
        if (before == 0 && after == 0)
            continue;
        const auto why = std::string(moderation::to_string(static_cast<moderation::reason>(i)));
        out << fmt::format("  {:<24} {} -> {}\n", why, before, after);
        if (report.decided > 0)
            print("", report.before.by_reason[i], report.after.by_reason[i], out);
    }
}

void print_examples(const backtest_report& report, std::ostream& out)
{
    for (const auto& each : report.examples) {
        auto excerpt = each.excerpt;
        std::ranges::replace(excerpt, '\n', ' ');
        out << fmt::format(
            "  {} -> {}  {}  [{}]\n    {}\n",
            to_string(each.before),
            to_string(each.after),
            each.id.str(),
            fmt::join(each.reasons, ", "),
            excerpt);
    }
}

void print(const backtest_report& report, std::ostream& out)
{
    out << fmt::format(
        "{} comments, {} of them decided by a moderator. From {} to {}:\n",
        report.comments,
        report.decided,
        report.before.version,
        report.after.version);
    for (std::size_t from = 0; from < rules::verdict_count; ++from)
        for (std::size_t to = 0; to < rules::verdict_count; ++to)
            if (report.verdicts[from][to] > 0)
                out << fmt::format(
                    "  {:<8} -> {:<8} {}{}\n",
                    to_string(static_cast<verdict_kind>(from)),
                    to_string(static_cast<verdict_kind>(to)),
                    report.verdicts[from][to],
                    from == to ? "" : "  *");
    if (report.decided > 0) {
        out << "Agreement with the moderators:\n";
        print("not published at once", report.before.withheld, report.after.withheld, out);
    }
    print_reasons(report, out);
    if (!report.examples.empty())
        out << "Examples:\n";
    print_examples(report, out);
    if (report.unlike_stored > 0)
        out << fmt::format(
            "{} comments are judged otherwise now than when they came.\n",
            report.unlike_stored);
}

}  // namespace

int backtest_rules(const rules_options& options, std::ostream& out)
{
    rules_place place(options.at);
    const auto after = place.find(options.rules);
    const auto before = place.find(options.from);
    rules::backtest_settings settings;
    settings.since = model::now() - std::chrono::days(options.days);
    settings.threads = std::max(1U, std::thread::hardware_concurrency());
    settings.examples_max = options.examples;
    progress_bar bar("comments", std::cerr, is_watched());
    const auto report = rules::run_backtest(place.record(), before, after, settings, std::ref(bar));
    if (options.as_json)
        out << rules::backtest_json(report, rules::excerpts::shown).dump() << '\n';
    else
        print(report, out);
    return 0;
}

}  // namespace rejoinder::cli
