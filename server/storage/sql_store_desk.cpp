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

/// The least text behind all that begin so: no code point is greater than U+10FFFF.
std::string behind(const std::string& beginning)
{
    return beginning + "\xF4\x8F\xBF\xBF";
}

constexpr const char* open_reports_of_c =
    "(SELECT COUNT(*) FROM report r WHERE r.comment = c.id AND r.outcome = 'open')";

void add_cursor(desk_filter& filter, const page_cursor& after)
{
    switch (after.sort) {
    case sort_order::oldest:
        filter.add("(c.created_at, c.id) > (:created_at, :id)", after.created_at);
        break;
    case sort_order::newest:
        filter.add("(c.created_at, c.id) < (:created_at, :id)", after.created_at);
        break;
    case sort_order::top:
        filter.add(
            std::string("(-") + open_reports_of_c +
                ", c.created_at, c.id) > "
                "(:reports, :created_at, :id)",
            -after.likes);
        filter.values.emplace_back(after.created_at);
        break;
    }
    filter.values.emplace_back(after.id);
}

desk_filter filter_of(
    const desk_request& request,
    const std::optional<page_cursor>& after,
    const dialect& engine)
{
    desk_filter filter;
    const auto add_text = [&](const char* condition, const std::string& value) {
        if (!value.empty())
            filter.add(condition, value);
    };
    if (request.state)
        filter.add("c.state = :state", model::to_string(*request.state));
    add_text("c.site = :site", request.site);
    add_text("c.story = :story", request.story);
    add_text("c.author = :author", request.author);
    add_text(
        "EXISTS (SELECT 1 FROM finding f WHERE f.comment = c.id AND f.reason = :reason)",
        request.reason);
    if (!request.section.empty()) {
        filter.add(
            "(c.site, c.story) IN (SELECT site, story FROM story WHERE path >= :path "
            "AND path < :behind)",
            request.section);
        filter.values.emplace_back(behind(request.section));
    }
    if (const auto words = engine.full_text_query(request.text); !words.empty())
        filter.add(std::string(engine.has_words()), words);
    if (request.since)
        filter.add("c.created_at >= :since", *request.since);
    if (request.until)
        filter.add("c.created_at < :until", *request.until);
    if (request.reported)
        filter.sql += "AND c.id IN (SELECT comment FROM report WHERE outcome = 'open') ";
    if (after)
        add_cursor(filter, *after);
    return filter;
}

std::string order_of(sort_order sort)
{
    switch (sort) {
    case sort_order::newest:
        return "ORDER BY c.created_at DESC, c.id DESC ";
    case sort_order::top:
        return std::string("ORDER BY -") + open_reports_of_c + ", c.created_at, c.id ";
    case sort_order::oldest:
        break;
    }
    return "ORDER BY c.created_at, c.id ";
}

std::vector<model::comment> read_page(
    soci::session& session,
    const desk_request& request,
    desk_filter filter)
{
    sql_statement select(
        session,
        "SELECT " + comment_columns::list() +
            "FROM comment c JOIN author a ON a.pseudonym = c.author " + filter.sql +
            order_of(request.sort) + "LIMIT :page_max");
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
    sql_statement reports(
        session,
        "SELECT COUNT(*) FROM report WHERE comment = :comment AND outcome = 'open'");
    const auto& open_reports = reports.integer();
    std::vector<desk_comment> entries;
    for (auto& comment : comments) {
        auto& entry = entries.emplace_back();
        select.run(comment.author, comment.story.site);
        while (select.next()) {
            entry.author_published = published.value;
            entry.author_rejected = rejected.value;
        }
        reports.run(comment.id);
        while (reports.next())
            entry.open_reports = open_reports.value;
        entry.story = stories.at(comment.story);
        entry.comment = std::move(comment);
    }
    return entries;
}

page_cursor place_of(const desk_comment& last, sort_order sort)
{
    page_cursor place;
    place.sort = sort;
    place.likes = sort == sort_order::top ? last.open_reports : 0;
    place.created_at = last.comment.created_at.time_since_epoch().count();
    place.id = last.comment.id.str();
    return place;
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
        auto comments = read_page(session, request, filter_of(request, after, *engine_));
        const bool more = comments.size() > static_cast<std::size_t>(request.limit);
        if (more)
            comments.pop_back();
        desk_page page;
        page.comments = with_surroundings(session, std::move(comments));
        if (more)
            page.next = write_cursor(place_of(page.comments.back(), request.sort));
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

reason_counts sql_store::pending_by_reason(const std::string& site)
{
    return read("counting reasons", [&](soci::session& session) {
        const std::string of_site = site.empty() ? "" : "AND c.site = :site ";
        sql_statement select(
            session,
            "SELECT f.reason, COUNT(DISTINCT f.comment) FROM comment c JOIN finding f "
            "ON f.comment = c.id WHERE c.state = 'pending' " +
                of_site + "GROUP BY f.reason");
        const auto& reason = select.text();
        const auto& count = select.integer();
        select.run_with(site.empty() ? std::vector<sql_value>() : std::vector<sql_value>{site});
        reason_counts counts;
        while (select.next())
            counts[reason.value] = count.value;
        return counts;
    });
}

}  // namespace rejoinder::storage
