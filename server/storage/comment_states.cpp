#include "server/storage/comment_states.hpp"

#include "server/storage/storage_failure.hpp"

namespace rejoinder::storage {

std::optional<comment_position> read_position(soci::session& session, const model::comment_id& id)
{
    sql_statement select(
        session,
        "SELECT site, story, state, revision, root FROM comment WHERE id = :id");
    const auto& site = select.text();
    const auto& story = select.text();
    const auto& state = select.text();
    const auto& revision = select.integer();
    const auto& root = select.text();
    select.run(id);

    std::optional<comment_position> found;
    while (select.next()) {
        const auto known = model::comment_state_from(state.value);
        if (!known)
            throw storage_failure("reading a comment of an unknown state", 0);
        found.emplace();
        found->story = {model::site_id(site.value), model::story_id(story.value)};
        found->state = *known;
        found->revision = revision.value;
        found->root = root.value;
    }
    return found;
}

void write_state(
    soci::session& session,
    const model::comment_id& id,
    const comment_position& from,
    const next_state& to)
{
    sql_statement(
        session,
        "UPDATE comment SET state = :state, decided = :decided, revision = revision + 1 "
        "WHERE id = :id")
        .run(model::to_string(to.state), to.decided ? 1 : 0, id);

    const int before = from.state == model::comment_state::published ? 1 : 0;
    const int after = to.state == model::comment_state::published ? 1 : 0;
    if (before != after)
        change_shown(session, from.root, after - before);
}

void change_shown(soci::session& session, const std::string& root, int by)
{
    sql_statement(session, "UPDATE comment SET shown = shown + :by WHERE id = :root").run(by, root);
}

}  // namespace rejoinder::storage
