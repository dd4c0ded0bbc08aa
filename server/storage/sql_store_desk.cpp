#include "server/storage/comment_rows.hpp"
#include "server/storage/event_rows.hpp"
#include "server/storage/page_cursor.hpp"
#include "server/storage/report_rows.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"
#include "server/storage/story_rows.hpp"

#include <cassert>
#include <map>

namespace rejoinder::storage {

namespace {

/// A condition with its values, grown filter by filter.
struct desk_filter {
    std::string sql = "WHERE 1 = 1 ";
    std::vector<sql_value> values;

    void add(const std::string& condition, sql_value value)
    {
        sql.append("AND ").append(condition).append(" ");
        values.push_back(std::move(value));
    }
};

desk_filter filter_of(const desk_request& request, const std::optional<page_cursor>& after)
{
    desk_filter filter;
    if (request.state)
        filter.add("c.state = :state", model::to_string(*request.state));
    if (!request.site.empty())
        filter.add("c.site = :site", request.site);
    if (!request.story.empty())
        filter.add("c.story = :story", request.story);
    if (!request.reason.empty())
        filter.add(
            "EXISTS (SELECT 1 FROM finding f WHERE f.comment = c.id AND f.reason = :reason)",
            request.reason);
    if (request.reported)
        filter.sql += "AND c.id IN (SELECT comment FROM report WHERE outcome = 'open') ";
    if (after) {
        const bool newest = request.sort == sort_order::newest;
        filter.add(
            newest ? "(c.created_at, c.id) < (:created_at, :id)"
                   : "(c.created_at, c.id) > (:created_at, :id)",
            after->created_at);
        filter.values.emplace_back(after->id);
    }
    return filter;
}

std::vector<model::comment> read_page(
    soci::session& session,
    const desk_request& request,
    desk_filter filter)
{
    const bool newest = request.sort == sort_order::newest;
    sql_statement select(
        session,
        "SELECT " + comment_columns::list() +
            "FROM comment c JOIN author a ON a.pseudonym = c.author " + filter.sql +
            (newest ? "ORDER BY c.created_at DESC, c.id DESC " : "ORDER BY c.created_at, c.id ") +
            "LIMIT :page_max");
    const comment_columns columns(select);
    filter.values.emplace_back(request.limit + 1);
    select.run_with(std::move(filter.values));
    std::vector<model::comment> comments;
    while (select.next())
        comments.push_back(columns.read());
    return comments;
}

/// Brings comments what the desk shows beside them.
std::vector<desk_comment> with_surroundings(
    soci::session& session,
    std::vector<model::comment> comments)
{
    std::vector<model::comment*> all;
    std::vector<model::story_key> keys;
    for (auto& comment : comments) {
        all.push_back(&comment);
        keys.push_back(comment.story);
    }
    attach_findings(session, all);
    const auto stories = read_stories(session, keys);

    sql_statement select(
        session,
        "SELECT COALESCE(SUM(CASE WHEN state = 'published' THEN 1 ELSE 0 END), 0), "
        "COALESCE(SUM(CASE WHEN state IN ('rejected', 'spam') THEN 1 ELSE 0 END), 0) "
        "FROM comment WHERE author = :author AND site = :site");
    const auto& published = select.integer();
    const auto& rejected = select.integer();
    std::vector<desk_comment> entries;
    for (auto& comment : comments) {
        auto& entry = entries.emplace_back();
        select.run(comment.author, comment.story.site);
        while (select.next()) {
            entry.author_published = published.value;
            entry.author_rejected = rejected.value;
        }
        entry.open_reports = count_open_reports(session, comment.id);
        entry.story = stories.at(comment.story);
        entry.comment = std::move(comment);
    }
    return entries;
}

}  // namespace

model::result<desk_page> sql_store::list_for_desk(const desk_request& request)
{
    std::optional<page_cursor> after;
    if (!request.cursor.empty()) {
        after = read_cursor(request.cursor);
        if (!after || after->sort != request.sort)
            return model::refusal(model::error::invalid_request);
    }
    assert(request.limit >= 1);
    return read("listing comments for the desk", [&](soci::session& session) {
        auto comments = read_page(session, request, filter_of(request, after));
        desk_page page;
        if (comments.size() > static_cast<std::size_t>(request.limit)) {
            comments.pop_back();
            const auto& last = comments.back();
            page_cursor next;
            next.sort = request.sort;
            next.created_at = last.created_at.time_since_epoch().count();
            next.id = last.id.str();
            page.next = write_cursor(next);
        }
        page.comments = with_surroundings(session, std::move(comments));
        return page;
    });
}

std::optional<desk_comment> sql_store::find_for_desk(const model::comment_id& id)
{
    return read("reading a comment for the desk", [&](soci::session& session) {
        const std::vector<std::string> ids = {id.str()};
        auto comments = read_comments(session, ids);
        for (auto& comment : comments)
            comment.verdict.found.clear();  // with_surroundings brings them.
        auto entries = with_surroundings(session, std::move(comments));
        return entries.empty() ? std::nullopt : std::optional(std::move(entries.front()));
    });
}

std::vector<model::event> sql_store::history_of(const model::comment_id& id)
{
    return read("reading a comment's history", [&](soci::session& session) {
        return read_events(session, "comment = :comment ORDER BY seq", {id});
    });
}

state_counts sql_store::counts(const std::string& site)
{
    return read("counting states", [&](soci::session& session) {
        const std::string where = site.empty() ? "" : "WHERE site = :site ";
        sql_statement select(
            session,
            "SELECT state, COUNT(*) FROM comment " + where + "GROUP BY state");
        const auto& state = select.text();
        const auto& count = select.integer();
        select.run_with(site.empty() ? std::vector<sql_value>() : std::vector<sql_value>{site});
        std::map<std::string, std::int64_t> by_state;
        while (select.next())
            by_state[state.value] = count.value;

        state_counts counts;
        counts.published = by_state["published"];
        counts.pending = by_state["pending"];
        counts.rejected = by_state["rejected"];
        counts.spam = by_state["spam"];
        counts.reported = count_reported(session, site);
        return counts;
    });
}

}  // namespace rejoinder::storage
