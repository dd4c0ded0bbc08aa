#include "server/storage/comment_rows.hpp"
#include "server/storage/event_rows.hpp"
#include "server/storage/report_rows.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"
#include "server/storage/story_rows.hpp"

#include <unordered_map>

namespace rejoinder::storage {

std::vector<outbox_entry> sql_store::events_after(std::int64_t seq, int limit)
{
    return read("reading the outbox", [&](soci::session& session) {
        auto events = read_events(
            session,
            "seq > :seq ORDER BY seq LIMIT :page_max",
            {static_cast<long long>(seq), limit});
        std::vector<std::string> ids;
        std::vector<model::story_key> keys;
        for (const auto& event : events) {
            keys.push_back(event.story);
            if (event.comment)
                ids.push_back(event.comment->str());
        }
        const auto stories = read_stories(session, keys);
        std::unordered_map<std::string, model::comment> comments;
        for (auto& comment : read_comments(session, ids))
            comments.emplace(comment.id.str(), comment);

        std::vector<outbox_entry> entries;
        for (auto& event : events) {
            auto& entry = entries.emplace_back();
            entry.story = stories.at(event.story);
            if (event.comment)
                if (const auto found = comments.find(event.comment->str()); found != comments.end())
                    entry.comment = found->second;
            if (event.kind == model::event_kind::reported)
                entry.open_reports = count_open_reports(session, *event.comment);
            entry.event = std::move(event);
        }
        return entries;
    });
}

std::int64_t sql_store::last_event()
{
    return read("reading the last event", last_event_of);
}

std::int64_t sql_store::published_through()
{
    return read("reading the outbox's position", [](soci::session& session) {
        sql_statement select(session, "SELECT published_through FROM outbox WHERE id = 1");
        const auto& seq = select.integer();
        select.run();
        return select.next() ? std::int64_t{seq.value} : 0;
    });
}

void sql_store::set_published_through(std::int64_t seq)
{
    change("recording the outbox's position", [&](soci::session& session) {
        sql_statement(
            session,
            "UPDATE outbox SET published_through = :seq "
            "WHERE id = 1 AND published_through < :least")
            .run(static_cast<long long>(seq), static_cast<long long>(seq));
    });
}

}  // namespace rejoinder::storage
