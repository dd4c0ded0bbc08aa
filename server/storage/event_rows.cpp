#include "server/storage/event_rows.hpp"

#include "server/storage/storage_failure.hpp"

namespace rejoinder::storage {

namespace {

template <class Enum>
std::optional<std::string_view> name_of(const std::optional<Enum>& value)
{
    return value ? std::optional(to_string(*value)) : std::nullopt;
}

template <class Enum>
std::optional<Enum> read_name(
    const text_column& column,
    std::optional<Enum> (*from)(std::string_view) noexcept)
{
    if (column.state != soci::i_ok)
        return std::nullopt;
    const auto value = from(column.value);
    if (!value)
        throw storage_failure("reading an event of an unknown kind", 0);
    return value;
}

}  // namespace

event_writer::event_writer(soci::session& session)
    : insert_(
          session,
          "INSERT INTO event (kind, site, story, comment, from_state, to_state, story_state, "
          "actor, actor_id, reason, rule_set, batch, happened_at) "
          "VALUES (:kind, :site, :story, :comment, :from_state, :to_state, :story_state, "
          ":actor, :actor_id, :reason, :rule_set, :batch, :happened_at)")
{
}

void event_writer::write(const model::event& event, const model::moderator_id& actor_id)
{
    insert_.run(
        to_string(event.kind),
        event.story.site,
        event.story.story,
        event.comment,
        name_of(event.from),
        name_of(event.to),
        name_of(event.story_state),
        event.by,
        actor_id,
        event.reason,
        event.rule_set,
        event.batch,
        event.at);
}

std::vector<model::event> read_events(
    soci::session& session,
    const std::string& where,
    std::vector<sql_value> values)
{
    sql_statement select(
        session,
        "SELECT seq, kind, site, story, comment, from_state, to_state, story_state, actor, "
        "reason, rule_set, batch, happened_at FROM event WHERE " +
            where);
    const auto& seq = select.integer();
    const auto& kind = select.text();
    const auto& site = select.text();
    const auto& story = select.text();
    const auto& comment = select.text();
    const auto& from = select.text();
    const auto& to = select.text();
    const auto& story_state = select.text();
    const auto& actor = select.text();
    const auto& reason = select.text();
    const auto& rule_set = select.text();
    const auto& batch = select.text();
    const auto& happened_at = select.integer();
    select.run_with(std::move(values));

    std::vector<model::event> events;
    while (select.next()) {
        auto& event = events.emplace_back();
        event.seq = seq.value;
        event.kind = read_name(kind, model::event_kind_from).value();
        event.story.site = model::site_id(site.value);
        event.story.story = model::story_id(story.value);
        if (comment.state == soci::i_ok)
            event.comment = model::comment_id(comment.value);
        event.from = read_name(from, model::comment_state_from);
        event.to = read_name(to, model::comment_state_from);
        event.story_state = read_name(story_state, model::story_state_from);
        event.by = actor.value;
        event.reason = reason.value;
        event.rule_set = rule_set.value;
        event.batch = batch.value;
        event.at = happened_at.time();
    }
    return events;
}

std::int64_t last_event_of(soci::session& session)
{
    sql_statement select(session, "SELECT MAX(seq) FROM event");
    const auto& seq = select.integer();
    select.run();
    return select.next() ? seq.value : 0;
}

}  // namespace rejoinder::storage
