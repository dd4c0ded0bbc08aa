#include "server/storage/author_rows.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

namespace rejoinder::storage {

namespace {

constexpr int names_max = 20;
constexpr int notes_max = 100;

std::vector<model::author_record::used_name> names_of(
    soci::session& session,
    const model::pseudonym& author)
{
    sql_statement select(
        session,
        "SELECT author_name, COUNT(*) FROM comment WHERE author = :author GROUP BY author_name "
        "ORDER BY COUNT(*) DESC, author_name LIMIT :names_max");
    const auto& name = select.text();
    const auto& count = select.integer();
    select.run(author, names_max);
    std::vector<model::author_record::used_name> names;
    while (select.next())
        names.push_back({name.value, count.value});
    return names;
}

model::counts_by_state counts_of(
    soci::session& session,
    const model::pseudonym& author,
    model::timestamp since)
{
    sql_statement select(
        session,
        "SELECT state, COUNT(*) FROM comment WHERE author = :author AND created_at >= :since "
        "GROUP BY state");
    const auto& state = select.text();
    const auto& count = select.integer();
    select.run(author, since);
    model::counts_by_state counts;
    while (select.next()) {
        if (state.value == "published")
            counts.published = count.value;
        else if (state.value == "pending")
            counts.pending = count.value;
        else if (state.value == "rejected")
            counts.rejected = count.value;
        else if (state.value == "spam")
            counts.spam = count.value;
    }
    return counts;
}

std::vector<model::author_note> notes_of(soci::session& session, const model::pseudonym& author)
{
    sql_statement select(
        session,
        "SELECT id, text, actor, created_at FROM author_note WHERE author = :author "
        "ORDER BY created_at DESC, id DESC LIMIT :notes_max");
    const auto& id = select.text();
    const auto& text = select.text();
    const auto& by = select.text();
    const auto& at = select.integer();
    select.run(author, notes_max);
    std::vector<model::author_note> notes;
    while (select.next())
        notes.push_back({id.value, author, text.value, by.value, at.time()});
    return notes;
}

}  // namespace

std::optional<model::author_record> sql_store::author_record_of(
    const model::pseudonym& author,
    model::timestamp lately)
{
    return read(
        "reading an author's record",
        [&](soci::session& session) -> std::optional<model::author_record> {
            const auto first = first_seen(session, author);
            if (!first)
                return std::nullopt;
            model::author_record record;
            record.first_seen_at = *first;
            record.names = names_of(session, author);
            record.all = counts_of(session, author, {});
            record.lately = counts_of(session, author, lately);
            record.bans = read_bans(session, "author = :author", {author});
            record.notes = notes_of(session, author);
            return record;
        });
}

bool sql_store::add_note(const model::author_note& added)
{
    return change("noting something about an author", [&](soci::session& session) {
        if (!first_seen(session, added.author))
            return false;
        sql_statement(
            session,
            "INSERT INTO author_note (id, author, text, actor, created_at) "
            "VALUES (:id, :author, :text, :actor, :created_at)")
            .run(added.id, added.author, added.text, added.by, added.at);
        return true;
    });
}

std::optional<model::sealed_email> sql_store::reveal_address(
    const model::pseudonym& author,
    const acting_moderator& by,
    const std::string& reason)
{
    return change(
        "revealing an address",
        [&](soci::session& session) -> std::optional<model::sealed_email> {
            sql_statement select(
                session,
                "SELECT sealed_email FROM comment WHERE author = :author AND sealed_email <> '' "
                "ORDER BY created_at DESC, id DESC LIMIT 1");
            const auto& sealed = select.text();
            select.run(author);
            if (!select.next())
                return std::nullopt;
            write_author_event(session, "address_revealed", author, {}, by, reason);
            return model::sealed_email{sealed.value};
        });
}

}  // namespace rejoinder::storage
