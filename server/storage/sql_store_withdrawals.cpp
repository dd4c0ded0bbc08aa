#include "server/storage/comment_states.hpp"
#include "server/storage/event_rows.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

namespace rejoinder::storage {

namespace {

/// Whose what is erased is from then on: nobody's.
constexpr const char* nobody = "erased";

void erase_rows(soci::session& session, const model::comment_id& id)
{
    sql_statement(
        session,
        "INSERT INTO author (pseudonym, avatar, first_seen_at) VALUES (:nobody, '', 0) "
        "ON CONFLICT (pseudonym) DO NOTHING")
        .run(nobody);
    sql_statement(
        session,
        "UPDATE comment SET author = :nobody, author_name = '', author_website = '', "
        "author_proof = '', sealed_email = '', email_domain = '', name_key = '', text = '', "
        "context = '', cluster = '', client = '', network = '' WHERE id = :id")
        .run(nobody, id);
    for (const auto* const table : {"comment_revision", "comment_sketch", "finding"})
        sql_statement(session, std::string("DELETE FROM ") + table + " WHERE comment = :comment")
            .run(id);
}

void write_withdrawal_event(
    soci::session& session,
    const model::comment_id& id,
    const comment_position& from,
    model::comment_state to)
{
    model::event event;
    event.kind = model::event_kind::withdrawn;
    event.story = from.story;
    event.comment = id;
    event.from = from.state;
    event.to = to;
    event.by = "author";
    event.at = model::now();
    event_writer(session).write(event);
}

}  // namespace

model::decision_outcome sql_store::withdraw(const model::comment_id& id, withdrawal how)
{
    return change("withdrawing a comment", [&](soci::session& session) {
        using enum model::comment_state;
        model::decision_outcome outcome;
        outcome.comment = id;
        const auto from = read_position(session, id);
        if (!from)
            return outcome;
        outcome.status = model::decision_status::done;
        outcome.state = from->state;
        outcome.revision = from->revision;
        const auto to = how == withdrawal::erase ? erased : withdrawn;
        if (from->state == erased || from->state == to)
            return outcome;

        write_state(session, id, *from, {to, false});
        if (to == erased)
            erase_rows(session, id);
        write_withdrawal_event(session, id, *from, to);
        outcome.state = to;
        outcome.revision = from->revision + 1;
        return outcome;
    });
}

}  // namespace rejoinder::storage
