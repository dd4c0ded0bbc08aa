#include "server/storage/chunks.hpp"
#include "server/storage/comment_rows.hpp"
#include "server/storage/discussion_rows.hpp"
#include "server/storage/page_cursor.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"
#include "server/storage/story_rows.hpp"

#include <cassert>

namespace rejoinder::storage {

std::optional<model::story> sql_store::find_story(const model::story_key& key)
{
    return read("reading a story", [&](soci::session& session) {
        return read_story(session, key);
    });
}

model::result<comment_page> sql_store::list_published(const list_request& request)
{
    std::optional<page_cursor> after;
    if (!request.cursor.empty()) {
        after = read_cursor(request.cursor);
        if (!after || after->sort != request.sort)
            return model::refusal(model::error::invalid_request);
    }
    assert(request.top_level_max >= 1 && request.replies_max >= 0);
    return read("listing comments", [&](soci::session& session) {
        auto discussions = read_discussions(session, request, after);
        comment_page page;
        if (discussions.size() > static_cast<std::size_t>(request.top_level_max)) {
            discussions.pop_back();
            page.next = write_cursor(discussions.back());
        }
        page.comments = read_discussed(session, discussions, request.replies_max);
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

}  // namespace rejoinder::storage
