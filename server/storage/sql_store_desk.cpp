#include "server/storage/comment_rows.hpp"
#include "server/storage/desk_filter.hpp"
#include "server/storage/desk_rows.hpp"
#include "server/storage/event_rows.hpp"
#include "server/storage/report_rows.hpp"
#include "server/storage/site_rows.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

#include <cassert>
#include <map>

namespace rejoinder::storage {

namespace {

/// Above so many, comments are better looked through in their order until a page is full.
constexpr int rare_words_max = 2'000;

bool are_rare(soci::session& session, const dialect& engine, const std::string& text)
{
    const auto words = engine.full_text_query(text);
    if (words.empty())
        return false;
    sql_statement select(session, std::string(engine.count_with_words()));
    const auto& count = select.integer();
    select.run(words, rare_words_max + 1);
    return select.next() && count.value <= rare_words_max;
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
        const bool rare = are_rare(session, *engine_, request.text);
        auto comments = read_page(session, request, filter_of(request, after, *engine_, rare));
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

state_counts sql_store::counts(const desk_scope& scope)
{
    return read("counting states", [&](soci::session& session) {
        std::vector<sql_value> values;
        const auto where = within(scope, "site", values);
        sql_statement select(
            session,
            "SELECT state, COUNT(*) FROM comment WHERE 1 = 1 " + where + "GROUP BY state");
        const auto& state = select.text();
        const auto& count = select.integer();
        select.run_with(std::move(values));
        std::map<std::string, std::int64_t> by_state;
        while (select.next())
            by_state[state.value] = count.value;

        state_counts counts;
        counts.published = by_state["published"];
        counts.pending = by_state["pending"];
        counts.rejected = by_state["rejected"];
        counts.spam = by_state["spam"];
        counts.reported = count_reported(session, scope);
        return counts;
    });
}

reason_counts sql_store::pending_by_reason(const desk_scope& scope)
{
    return read("counting reasons", [&](soci::session& session) {
        std::vector<sql_value> values;
        const auto of_site = within(scope, "c.site", values);
        sql_statement select(
            session,
            "SELECT f.reason, COUNT(DISTINCT f.comment) FROM comment c JOIN finding f "
            "ON f.comment = c.id WHERE c.state = 'pending' " +
                of_site + "GROUP BY f.reason");
        const auto& reason = select.text();
        const auto& count = select.integer();
        select.run_with(std::move(values));
        reason_counts counts;
        while (select.next())
            counts[reason.value] = count.value;
        return counts;
    });
}

}  // namespace rejoinder::storage
