#include "server/storage/comment_states.hpp"
#include "server/storage/event_rows.hpp"
#include "server/storage/report_rows.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"
#include "server/storage/story_rows.hpp"

namespace rejoinder::storage {

namespace {

/// The state that the decision leads to, with which the comment's reports are settled. What is
/// published and reported may be approved once more.
std::optional<model::comment_state> settled_state(
    soci::session& session,
    const model::decision& decision,
    model::comment_state from,
    const std::string& batch)
{
    using enum model::comment_state;
    if (from == withdrawn || from == erased)
        return std::nullopt;
    const bool approves = decision.action == model::decision_action::approve;
    const auto outcome =
        approves ? model::report_outcome::dismissed : model::report_outcome::upheld;
    const bool reported = settle_reports(session, decision.comment, outcome, batch);
    const auto to = model::state_after(decision.action, from);
    return !to && reported ? std::optional(from) : to;
}

model::decision_outcome decide_one(
    soci::session& session,
    event_writer& events,
    const model::decision& decision,
    const acting_moderator& by,
    const std::string& batch)
{
    model::decision_outcome outcome;
    outcome.comment = decision.comment;
    const auto from = read_position(session, decision.comment);
    if (!from || !model::covers(by.sites, from->story.site))
        return outcome;
    outcome.state = from->state;
    outcome.revision = from->revision;
    if (from->revision != decision.expected_revision) {
        outcome.status = model::decision_status::conflict;
        return outcome;
    }
    const auto to = settled_state(session, decision, from->state, batch);
    if (!to) {
        outcome.status = model::decision_status::not_allowed;
        return outcome;
    }

    write_state(session, decision.comment, *from, {*to, true});
    model::event event;
    event.kind = model::event_kind::decided;
    event.story = from->story;
    event.comment = decision.comment;
    event.from = from->state;
    event.to = to;
    event.by = by.name;
    event.reason = decision.reason;
    event.batch = batch;
    event.at = model::now();
    events.write(event, by.id);

    outcome.status = model::decision_status::done;
    outcome.state = to;
    outcome.revision = from->revision + 1;
    return outcome;
}

}  // namespace

std::vector<model::decision_outcome> sql_store::decide(
    std::span<const model::decision> decisions,
    const acting_moderator& by,
    const std::string& batch)
{
    return change("deciding", [&](soci::session& session) {
        event_writer events(session);
        std::vector<model::decision_outcome> outcomes;
        for (const auto& decision : decisions)
            outcomes.push_back(decide_one(session, events, decision, by, batch));
        return outcomes;
    });
}

model::result<model::story> sql_store::change_story(
    const model::story_key& key,
    const model::story_change& wanted,
    const acting_moderator& by)
{
    return change("changing a story", [&](soci::session& session) -> model::result<model::story> {
        auto story = read_story(session, key);
        if (!story || !model::covers(by.sites, key.site))
            return model::refusal(model::error::story_not_found);
        const auto state = wanted.state.value_or(story->state);
        const auto published_at = wanted.published_at ? wanted.published_at : story->published_at;
        if (story->state == state && story->published_at == published_at)
            return *std::move(story);
        sql_statement(
            session,
            "UPDATE story SET state = :state, published_at = :published_at "
            "WHERE site = :site AND story = :story")
            .run(model::to_string(state), published_at, key.site, key.story);
        model::event event;
        event.kind = model::event_kind::story_changed;
        event.story = key;
        event.story_state = state;
        event.by = by.name;
        event.at = model::now();
        event_writer(session).write(event, by.id);
        story->state = state;
        story->published_at = published_at;
        return *std::move(story);
    });
}

}  // namespace rejoinder::storage
