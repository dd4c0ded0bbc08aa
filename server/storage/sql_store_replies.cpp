#include "server/storage/comment_rows.hpp"
#include "server/storage/discussion_rows.hpp"
#include "server/storage/page_cursor.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <tuple>

namespace rejoinder::storage {

namespace {

/// So many of those that a comment replies to, and they to others, are shown with it.
constexpr int ancestors_max = 50;

/// The comment's discussion, if it is one of the story.
std::optional<std::string> root_of(
    soci::session& session,
    const model::story_key& story,
    const model::comment_id& id,
    bool only_published)
{
    sql_statement select(
        session,
        std::string("SELECT root FROM comment WHERE id = :id AND site = :site "
                    "AND story = :story") +
            (only_published ? " AND state = 'published'" : ""));
    const auto& root = select.text();
    select.run(id, story.site, story.story);
    return select.next() ? std::optional(root.value) : std::nullopt;
}

/// The comment and what it replies to, as far as published, oldest first.
std::vector<model::comment> read_lineage(soci::session& session, const model::comment_id& id)
{
    sql_statement select(
        session,
        "WITH RECURSIVE line (id, parent, above) AS ("
        "SELECT id, parent, 0 FROM comment WHERE id = :id UNION ALL "
        "SELECT c.id, c.parent, line.above + 1 FROM comment c JOIN line ON c.id = line.parent "
        "WHERE line.above < :most) SELECT id FROM line");
    const auto& each = select.text();
    select.run(id, ancestors_max);
    std::vector<std::string> ids;
    while (select.next())
        ids.push_back(each.value);
    auto line = read_comments(session, ids);
    std::erase_if(line, [](const auto& comment) {
        return comment.state != model::comment_state::published;
    });
    std::ranges::sort(line, [](const auto& a, const auto& b) {
        return std::tie(a.created_at, a.id.str()) < std::tie(b.created_at, b.id.str());
    });
    return line;
}

}  // namespace

model::result<comment_page> sql_store::list_around(
    const model::comment_id& id,
    const list_request& request)
{
    assert(request.top_level_max >= 1 && request.replies_max >= 0);
    const auto listing = [&](soci::session& session) -> model::result<comment_page> {
        const auto root = root_of(session, request.story, id, true);
        if (!root)
            return model::refusal(model::error::comment_not_found);
        auto place = place_of_discussion(session, *root, request.sort);

        auto half = request;
        half.top_level_max = request.top_level_max / 2;
        place.use = cursor_use::earlier;
        auto [discussions, more_before] = read_discussions(session, half, place);
        place.use = cursor_use::onward;
        discussions.push_back(place);
        half.top_level_max = request.top_level_max - static_cast<int>(discussions.size());
        const auto [behind, more_behind] = read_discussions(session, half, place);
        std::ranges::copy(behind, std::back_inserter(discussions));

        comment_page page;
        page.earlier = more_before ? write_earlier(discussions.front()) : "";
        if (more_behind)
            page.next = write_cursor(discussions.back());
        shown_anyway also{*root, read_lineage(session, id)};
        read_discussed(session, discussions, request.replies_max, std::move(also), page);
        return page;
    };
    return read("listing comments around one", listing);
}

model::result<comment_page> sql_store::list_replies(const replies_request& request)
{
    page_cursor from;
    if (!request.cursor.empty()) {
        const auto given = read_cursor(request.cursor);
        if (!given || given->use != cursor_use::replies)
            return model::refusal(model::error::invalid_request);
        from = *given;
    }
    assert(request.limit >= 1);
    const auto listing = [&](soci::session& session) -> model::result<comment_page> {
        const auto root = root_of(session, request.story, request.of, false);
        if (!root)
            return model::refusal(model::error::comment_not_found);
        sql_statement select(
            session,
            "SELECT " + comment_columns::list() +
                "FROM comment c JOIN author a ON a.pseudonym = c.author WHERE c.root = :root "
                "AND c.state = 'published' AND c.parent IS NOT NULL "
                "AND (c.created_at, c.id) > (:created_at, :id) "
                "ORDER BY c.created_at, c.id LIMIT :page_max");
        const comment_columns columns(select);
        select.run(*root, from.created_at, from.id, request.limit + 1);
        comment_page page;
        while (select.next())
            page.comments.push_back(columns.read());
        if (page.comments.size() > static_cast<std::size_t>(request.limit)) {
            page.comments.pop_back();
            page.next = write_cursor(reply_cursor(page.comments.back()));
        }
        lift_orphans(session, {*root}, page.comments);
        return page;
    };
    return read("listing replies", listing);
}

}  // namespace rejoinder::storage
