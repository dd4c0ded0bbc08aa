#include "server/rules/judge_reported.hpp"

#include "moderation/engine.hpp"
#include "moderation/filters/report_filter.hpp"
#include "server/rules/replay_source.hpp"

#include <algorithm>

namespace rejoinder::rules {

namespace {

constexpr int attempts_max = 3;  // Another report may be judged at the same moment.

moderation::reader_reports open_reports(storage::store& record, const model::comment_id& comment)
{
    moderation::reader_reports sum;
    for (const auto& [report, of_reporter] : record.reports_of(comment)) {
        if (report.outcome != model::report_outcome::open)
            continue;
        ++sum.count;
        sum.weight += moderation::report_weight(of_reporter.upheld, of_reporter.dismissed);
    }
    return sum;
}

bool is_reported(const moderation::finding& found)
{
    return found.reason == moderation::reason::reported;
}

enum class attempt { changed, unchanged, overtaken };

attempt judge_once(
    storage::store& record,
    const moderation::engine& engine,
    const model::comment_id& id)
{
    auto comment = replayed(record, id);
    if (!comment || comment->stored.decided ||
        comment->stored.comment.state != model::comment_state::published)
        return attempt::unchanged;
    comment->context.reports = open_reports(record, id);
    auto verdict = engine.judge(comment->input());
    const auto& before = comment->stored.comment.verdict.found;
    if (std::ranges::none_of(verdict.found, is_reported) &&
        std::ranges::none_of(before, is_reported))
        return attempt::unchanged;

    storage::judged_again again;
    again.comment = id;
    again.expected_revision = comment->stored.comment.revision;
    again.verdict = std::move(verdict);
    again.context = worker::to_text(comment->context);
    again.reason = "reported";
    return record.judge_again(again) ? attempt::changed : attempt::overtaken;
}

}  // namespace

bool judge_reported(
    storage::store& record,
    const moderation::engine& engine,
    const model::comment_id& comment)
{
    for (int i = 0; i < attempts_max; ++i)
        if (const auto outcome = judge_once(record, engine, comment); outcome != attempt::overtaken)
            return outcome == attempt::changed;
    return false;
}

}  // namespace rejoinder::rules
