#include "server/storage/comment_states.hpp"
#include "server/storage/event_rows.hpp"
#include "server/storage/finding_writer.hpp"
#include "server/storage/report_rows.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

#include <chrono>

namespace rejoinder::storage {

namespace {

template <class T>
T known_value(std::optional<T> value)
{
    if (!value)
        throw storage_failure("reading a report of an unknown kind", 0);
    return *value;
}

bool has_reported(soci::session& session, const model::report& report)
{
    sql_statement select(
        session,
        "SELECT COUNT(*) FROM report WHERE comment = :comment AND reporter = :reporter");
    const auto& count = select.integer();
    select.run(report.comment, report.reporter);
    return select.next() && count.value > 0;
}

std::int64_t within_an_hour(soci::session& session, const model::report& report)
{
    sql_statement select(
        session,
        "SELECT COUNT(*) FROM report WHERE reporter = :reporter AND created_at > :since");
    const auto& count = select.integer();
    select.run(report.reporter, report.at - std::chrono::hours(1));
    return select.next() ? count.value : 0;
}

void write_event(
    soci::session& session,
    const judged_again& again,
    const comment_position& from,
    model::comment_state to)
{
    model::event event;
    event.kind = model::event_kind::judged;
    event.story = from.story;
    event.comment = again.comment;
    event.from = from.state;
    event.to = to;
    event.by = "filters";
    event.reason = again.reason;
    event.rule_set = again.verdict.rule_set;
    event.at = model::now();
    event_writer(session).write(event);
}

}  // namespace

report_status sql_store::add_report(const model::report& added, int hourly_max)
{
    return change("adding a report", [&](soci::session& session) {
        const auto of = read_position(session, added.comment);
        if (!of)
            return report_status::not_published;
        if (has_reported(session, added))
            return report_status::repeated;
        if (of->state != model::comment_state::published)
            return report_status::not_published;
        if (within_an_hour(session, added) >= hourly_max)
            return report_status::too_many;
        sql_statement(
            session,
            "INSERT INTO report (id, comment, reporter, reason, text, outcome, created_at) "
            "VALUES (:id, :comment, :reporter, :reason, :text, :outcome, :created_at)")
            .run(
                added.id,
                added.comment,
                added.reporter,
                model::to_string(added.reason),
                added.text,
                model::to_string(added.outcome),
                added.at);
        model::event event;
        event.kind = model::event_kind::reported;
        event.story = of->story;
        event.comment = added.comment;
        event.by = "reader";
        event.reason = model::to_string(added.reason);
        event.at = added.at;
        event_writer(session).write(event);
        return report_status::added;
    });
}

std::vector<weighed_report> sql_store::reports_of(const model::comment_id& id)
{
    return read("reading reports", [&](soci::session& session) {
        sql_statement select(
            session,
            "SELECT r.id, r.reporter, r.reason, r.text, r.outcome, r.created_at, "
            "(SELECT COUNT(*) FROM report o WHERE o.reporter = r.reporter "
            "AND o.outcome = 'upheld'), "
            "(SELECT COUNT(*) FROM report o WHERE o.reporter = r.reporter "
            "AND o.outcome = 'dismissed') "
            "FROM report r WHERE r.comment = :comment ORDER BY r.created_at, r.id");
        const auto& report_id = select.text();
        const auto& reporter = select.text();
        const auto& reason = select.text();
        const auto& text = select.text();
        const auto& outcome = select.text();
        const auto& at = select.integer();
        const auto& upheld = select.integer();
        const auto& dismissed = select.integer();
        select.run(id);
        std::vector<weighed_report> reports;
        while (select.next()) {
            auto& [report, record] = reports.emplace_back();
            report.id = report_id.value;
            report.comment = id;
            report.reporter = reporter.value;
            report.reason = known_value(model::report_reason_from(reason.value));
            report.text = text.value;
            report.outcome = known_value(model::report_outcome_from(outcome.value));
            report.at = at.time();
            record.upheld = upheld.value;
            record.dismissed = dismissed.value;
        }
        return reports;
    });
}

bool sql_store::judge_again(const judged_again& again)
{
    return change("judging a comment again", [&](soci::session& session) {
        using enum model::comment_state;
        const auto from = read_position(session, again.comment);
        if (!from || from->state != published || from->revision != again.expected_revision)
            return false;
        const auto& verdict = again.verdict;
        const auto to = verdict.kind == moderation::verdict_kind::publish ? published : pending;
        sql_statement(
            session,
            "UPDATE comment SET state = :state, revision = revision + 1, verdict = :verdict, "
            "score = :score, rule_set = :rule_set, context = :context WHERE id = :id")
            .run(
                model::to_string(to),
                moderation::to_string(verdict.kind),
                verdict.score,
                verdict.rule_set,
                again.context,
                again.comment);
        sql_statement(session, "DELETE FROM finding WHERE comment = :comment").run(again.comment);
        finding_writer(session).write(again.comment, verdict.found);
        if (to != published) {
            change_shown(session, from->root, -1);
            write_event(session, again, *from, to);
        }
        return true;
    });
}

}  // namespace rejoinder::storage
