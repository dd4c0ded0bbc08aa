#include "server/storage/comment_states.hpp"
#include "server/storage/event_rows.hpp"
#include "server/storage/finding_writer.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

namespace rejoinder::storage {

namespace {

/// The batch of the last change of the text that was not taken back; empty where there is none.
std::string standing_edit(soci::session& session, const model::comment_id& comment)
{
    sql_statement select(
        session,
        "SELECT batch FROM comment_revision WHERE comment = :comment AND undone = 0 "
        "ORDER BY revision DESC LIMIT 1");
    const auto& batch = select.text();
    select.run(comment);
    return select.next() ? batch.value : std::string();
}

void keep_text(
    soci::session& session,
    const comment_edit& edit,
    const acting_moderator& by,
    model::timestamp at)
{
    sql_statement(
        session,
        "INSERT INTO comment_revision (comment, revision, text, actor, actor_id, reason, batch, "
        "undone, happened_at) SELECT id, revision, text, :actor, :actor_id, :reason, :batch, 0, "
        ":happened_at FROM comment WHERE id = :id")
        .run(by.name, by.id, edit.reason, edit.batch, at, edit.comment);
}

void write_text(soci::session& session, const comment_edit& edit)
{
    const auto& verdict = edit.verdict;
    sql_statement(
        session,
        "UPDATE comment SET text = :text, revision = revision + 1, verdict = :verdict, "
        "score = :score, rule_set = :rule_set, edited_at = (SELECT MAX(r.happened_at) "
        "FROM comment_revision r WHERE r.comment = comment.id AND r.undone = 0) WHERE id = :id")
        .run(
            edit.text,
            moderation::to_string(verdict.kind),
            verdict.score,
            verdict.rule_set,
            edit.comment);
    sql_statement(session, "DELETE FROM finding WHERE comment = :comment").run(edit.comment);
    finding_writer(session).write(edit.comment, verdict.found);
}

void write_edit_event(
    soci::session& session,
    const comment_edit& edit,
    const comment_position& at,
    const acting_moderator& by)
{
    const bool undoes = !edit.undoes.empty();
    model::event event;
    event.kind = undoes ? model::event_kind::undone : model::event_kind::edited;
    event.story = at.story;
    event.comment = edit.comment;
    event.from = at.state;
    event.to = edit.state.value_or(at.state);
    event.by = by.name;
    event.reason = edit.reason;
    event.batch = undoes ? edit.undoes : edit.batch;
    event.at = model::now();
    event_writer(session).write(event, by.id);
}

}  // namespace

model::decision_outcome sql_store::edit(const comment_edit& edit, const acting_moderator& by)
{
    return change("editing a comment", [&](soci::session& session) {
        model::decision_outcome outcome;
        outcome.comment = edit.comment;
        const auto from = read_position(session, edit.comment);
        if (!from || !model::covers(by.sites, from->story.site))
            return outcome;
        outcome.state = from->state;
        outcome.revision = from->revision;
        const bool overtaken =
            from->revision != edit.expected_revision ||
            (!edit.undoes.empty() && standing_edit(session, edit.comment) != edit.undoes);
        if (overtaken) {
            outcome.status = model::decision_status::conflict;
            return outcome;
        }
        using enum model::comment_state;
        if (from->state == withdrawn || from->state == erased) {
            outcome.status = model::decision_status::not_allowed;
            return outcome;
        }

        if (edit.undoes.empty())
            keep_text(session, edit, by, model::now());
        else
            sql_statement(session, "UPDATE comment_revision SET undone = 1 WHERE batch = :batch")
                .run(edit.undoes);
        write_text(session, edit);
        if (edit.state && *edit.state != from->state)
            write_state(session, edit.comment, *from, {*edit.state, false});
        write_edit_event(session, edit, *from, by);
        const auto after = read_position(session, edit.comment);
        outcome.status = model::decision_status::done;
        outcome.state = after->state;
        outcome.revision = after->revision;
        return outcome;
    });
}

std::optional<found_edit> sql_store::find_edit(const std::string& batch)
{
    return read("finding an edit", [&](soci::session& session) -> std::optional<found_edit> {
        sql_statement select(
            session,
            "SELECT comment, text, happened_at FROM comment_revision WHERE batch = :batch");
        const auto& comment = select.text();
        const auto& text = select.text();
        const auto& at = select.integer();
        select.run(batch);
        if (batch.empty() || !select.next())
            return std::nullopt;
        found_edit found;
        found.comment = model::comment_id(comment.value);
        found.text_before = text.value;
        found.at = at.time();
        found.standing = standing_edit(session, found.comment) == batch;
        return found;
    });
}

std::optional<model::sealed_email> sql_store::sealed_email_of(const model::comment_id& id)
{
    return read(
        "reading a sealed address",
        [&](soci::session& session) -> std::optional<model::sealed_email> {
            sql_statement select(
                session,
                "SELECT sealed_email FROM comment WHERE id = :id AND sealed_email <> ''");
            const auto& sealed = select.text();
            select.run(id);
            return select.next() ? std::optional(model::sealed_email{sealed.value}) : std::nullopt;
        });
}

std::vector<text_revision> sql_store::revisions_of(const model::comment_id& id)
{
    return read("reading a comment's revisions", [&](soci::session& session) {
        sql_statement select(
            session,
            "SELECT revision, text, actor, reason, undone, happened_at FROM comment_revision "
            "WHERE comment = :comment ORDER BY revision");
        const auto& revision = select.integer();
        const auto& text = select.text();
        const auto& by = select.text();
        const auto& reason = select.text();
        const auto& undone = select.integer();
        const auto& at = select.integer();
        select.run(id);
        std::vector<text_revision> revisions;
        while (select.next())
            revisions.push_back(
                {revision.value, text.value, by.value, reason.value, undone.value != 0, at.time()});
        return revisions;
    });
}

}  // namespace rejoinder::storage
