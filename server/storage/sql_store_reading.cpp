#include "server/storage/chunks.hpp"
#include "server/storage/comment_rows.hpp"
#include "server/storage/discussion_rows.hpp"
#include "server/storage/page_cursor.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"
#include "server/storage/story_rows.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace rejoinder::storage {

std::optional<model::story> sql_store::find_story(const model::story_key& key)
{
    return read("reading a story", [&](soci::session& session) {
        return read_story(session, key);
    });
}

model::result<comment_page> sql_store::list_published(const list_request& request)
{
    std::optional<page_cursor> from;
    if (!request.cursor.empty()) {
        from = read_cursor(request.cursor);
        if (!from || from->sort != request.sort || from->use == cursor_use::replies)
            return model::refusal(model::error::invalid_request);
    }
    assert(request.top_level_max >= 1 && request.replies_max >= 0);
    return read("listing comments", [&](soci::session& session) {
        const auto [discussions, more] = read_discussions(session, request, from);
        const bool backwards = from && from->use == cursor_use::earlier;
        comment_page page;
        if (!discussions.empty() && (more || backwards))
            page.next = write_cursor(discussions.back());
        if (backwards)
            page.earlier = more ? write_earlier(discussions.front()) : "";
        read_discussed(session, discussions, request.replies_max, {}, page);
        return page;
    });
}

std::optional<model::comment> sql_store::find_comment(const model::comment_id& id)
{
    return read("reading a comment", [&](soci::session& session) {
        const std::vector<std::string> ids = {id.str()};
        auto found = read_comments(session, ids);
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

std::vector<std::int64_t> sql_store::published_counts(
    const model::site_id& site,
    std::span<const model::story_id> stories)
{
    return read("counting comments", [&](soci::session& session) {
        sql_statement select(
            session,
            "SELECT COUNT(*) FROM comment WHERE site = :site AND story = :story "
            "AND state = 'published'");
        const auto& count = select.integer();
        std::vector<std::int64_t> counts;
        for (const auto& story : stories) {
            select.run(site, story);
            std::int64_t total = 0;
            while (select.next())
                total = count.value;
            counts.push_back(total);
        }
        return counts;
    });
}

std::optional<std::chrono::milliseconds> sql_store::usual_wait(
    const model::site_id& site,
    model::timestamp since,
    int decisions_min,
    int decisions_max)
{
    auto waits = read("reading how long comments waited", [&](soci::session& session) {
        sql_statement select(
            session,
            "SELECT e.happened_at, c.created_at FROM event e JOIN comment c ON c.id = e.comment "
            "WHERE e.site = :site AND e.kind = 'decided' AND e.from_state = 'pending' "
            "AND e.happened_at >= :since ORDER BY e.happened_at DESC LIMIT :most");
        const auto& decided_at = select.integer();
        const auto& created_at = select.integer();
        select.run(site, since, decisions_max);
        std::vector<std::chrono::milliseconds> found;
        while (select.next())
            found.push_back(decided_at.time() - created_at.time());
        return found;
    });
    if (waits.empty() || waits.size() < static_cast<std::size_t>(decisions_min))
        return std::nullopt;
    const auto middle = waits.begin() + static_cast<std::ptrdiff_t>(waits.size() / 2);
    std::nth_element(waits.begin(), middle, waits.end());
    return *middle;
}

}  // namespace rejoinder::storage
