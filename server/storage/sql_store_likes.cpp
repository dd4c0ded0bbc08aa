#include "server/storage/comment_states.hpp"
#include "server/storage/event_rows.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

namespace rejoinder::storage {

namespace {

/// Whether that is anything new.
bool write_like(
    soci::session& session,
    const model::comment_id& comment,
    const std::string& liker,
    bool likes)
{
    sql_statement change(
        session,
        likes ? "INSERT INTO comment_like (comment, liker) VALUES (:comment, :liker) "
                "ON CONFLICT DO NOTHING"
              : "DELETE FROM comment_like WHERE comment = :comment AND liker = :liker");
    change.run(comment, liker);
    return change.changed() > 0;
}

std::int64_t likes_of(soci::session& session, const model::comment_id& comment)
{
    sql_statement select(session, "SELECT likes FROM comment WHERE id = :id");
    const auto& likes = select.integer();
    select.run(comment);
    std::int64_t count = 0;
    while (select.next())
        count = likes.value;
    return count;
}

/// Such an event serves the feeds alone and says what the count is when it is published: of those
/// that were, none is kept.
void write_like_event(
    soci::session& session,
    const model::comment_id& comment,
    const model::story_key& story)
{
    model::event event;
    event.kind = model::event_kind::liked;
    event.story = story;
    event.comment = comment;
    event.by = "reader";
    event.at = model::now();
    event_writer(session).write(event);
    sql_statement(
        session,
        "DELETE FROM event WHERE comment = :comment AND kind = 'liked' "
        "AND seq <= (SELECT published_through FROM outbox WHERE id = 1)")
        .run(comment);
}

}  // namespace

std::optional<std::int64_t> sql_store::set_like(
    const model::comment_id& id,
    const std::string& liker,
    bool likes)
{
    return change("liking a comment", [&](soci::session& session) -> std::optional<std::int64_t> {
        const auto at = read_position(session, id);
        if (!at || at->state != model::comment_state::published)
            return std::nullopt;
        if (write_like(session, id, liker, likes)) {
            sql_statement(session, "UPDATE comment SET likes = likes + :by WHERE id = :id")
                .run(likes ? 1 : -1, id);
            write_like_event(session, id, at->story);
        }
        return likes_of(session, id);
    });
}

}  // namespace rejoinder::storage
