#include "server/storage/comment_states.hpp"
#include "server/storage/event_rows.hpp"
#include "server/storage/report_rows.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

#include <algorithm>

namespace rejoinder::storage {

namespace {

/// An undo names the batch of what it took back; those from before this was kept are of decisions.
bool is_undo_of_edit(const std::vector<std::string>& edits, const model::event& event)
{
    return !event.batch.empty() && std::ranges::find(edits, event.batch) != edits.end();
}

/// The decisions that the comment's state rests on, the last one at the back: each undo takes one
/// away. Changes of the text and what readers say change nothing in that; whatever else happens to
/// a comment begins anew.
std::vector<model::event> standing_decisions(
    soci::session& session,
    const model::comment_id& comment)
{
    using enum model::event_kind;
    std::vector<model::event> standing;
    std::vector<std::string> edits;
    for (auto& event : read_events(session, "comment = :comment ORDER BY seq", {comment})) {
        if (event.kind == decided)
            standing.push_back(std::move(event));
        else if (event.kind == edited && !event.batch.empty())
            edits.push_back(event.batch);
        else if (event.kind == reported || event.kind == liked || is_undo_of_edit(edits, event))
            continue;
        else if (event.kind != undone)
            standing.clear();
        else if (!standing.empty())
            standing.pop_back();
    }
    return standing;
}

model::decision_outcome undo_one(
    soci::session& session,
    event_writer& events,
    const model::event& decided,
    const acting_moderator& by)
{
    const auto& comment = decided.comment.value();
    model::decision_outcome outcome;
    outcome.comment = comment;
    const auto now = read_position(session, comment);
    if (!now)
        return outcome;
    outcome.state = now->state;
    outcome.revision = now->revision;
    const auto standing = standing_decisions(session, comment);
    if (standing.empty() || standing.back().seq != decided.seq || now->state != decided.to ||
        !decided.from) {
        outcome.status = model::decision_status::conflict;
        return outcome;
    }

    write_state(session, comment, *now, {*decided.from, standing.size() > 1});
    reopen_reports(session, comment, decided.batch);
    model::event event;
    event.kind = model::event_kind::undone;
    event.story = decided.story;
    event.comment = comment;
    event.from = now->state;
    event.to = decided.from;
    event.by = by.name;
    event.batch = decided.batch;
    event.at = model::now();
    events.write(event, by.id);

    outcome.status = model::decision_status::done;
    outcome.state = decided.from;
    outcome.revision = now->revision + 1;
    return outcome;
}

}  // namespace

std::vector<model::decision_outcome> sql_store::undo(
    const std::string& batch,
    model::timestamp since,
    const acting_moderator& by)
{
    if (batch.empty())
        return {};
    return change("taking decisions back", [&](soci::session& session) {
        const auto decided = read_events(
            session,
            "batch = :batch AND batch <> '' AND kind = 'decided' AND happened_at >= :since "
            "ORDER BY seq",
            {batch, since});
        event_writer events(session);
        std::vector<model::decision_outcome> outcomes;
        for (const auto& each : decided)
            if (model::covers(by.sites, each.story.site))
                outcomes.push_back(undo_one(session, events, each, by));
        return outcomes;
    });
}

}  // namespace rejoinder::storage
