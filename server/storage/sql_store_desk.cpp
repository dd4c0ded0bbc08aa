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
#include <iterator>
#include <optional>
#include <string>
#include <vector>

namespace rejoinder::storage {

namespace {

/// Up to so many, comments are looked up and sorted; above, all are looked through in their order
/// until a page is full. Either way costs most where both cost the same: looking at one comment's
/// words is dear, at its findings cheap, and of a large record few comments are pending.
constexpr int rare_words_max = 15'000;
constexpr int rare_reason_max = 4'000;
constexpr int rare_pending_reason_max = 1'000;

/// Whether the query, which counts as far as its last value says, comes to few.
bool are_few(soci::session& session, const std::string& count_sql, const std::string& of, int most)
{
    sql_statement select(session, count_sql);
    const auto& count = select.integer();
    select.run(of, most + 1);
    return select.next() && count.value <= most;
}

search_plan plan_of(soci::session& session, const dialect& engine, const desk_request& request)
{
    search_plan plan;
    if (const auto words = engine.full_text_query(request.text); !words.empty()) {
        const std::string count(engine.count_with_words());
        plan.rare_words = are_few(session, count, words, rare_words_max);
    }
    if (!request.reason.empty()) {
        const int most = asks_for_pending(request) ? rare_pending_reason_max : rare_reason_max;
        plan.rare_reason = are_few(session, count_for_reason(request), request.reason, most);
    }
    return plan;
}

std::vector<model::comment> read_comments_by(
    soci::session& session,
    desk_filter filter,
    const std::string& order,
    std::size_t most)
{
    sql_statement select(
        session,
        "SELECT " + comment_columns::list() +
            "FROM comment c JOIN author a ON a.pseudonym = c.author " + filter.sql + order +
            "LIMIT :page_max");
    const comment_columns columns(select);
    filter.values.emplace_back(static_cast<int>(most));
    select.run_with(std::move(filter.values));
    std::vector<model::comment> comments;
    while (select.next())
        comments.push_back(columns.read());
    return comments;
}

/// One more than the page holds, if there are so many.
std::vector<model::comment> read_page(
    soci::session& session,
    const dialect& engine,
    const desk_request& request,
    const std::optional<page_cursor>& after)
{
    auto plan = plan_of(session, engine, request);
    const auto most = static_cast<std::size_t>(request.limit) + 1;
    const auto read = [&](std::size_t count, const std::optional<page_cursor>& from) {
        auto filter = filter_of(request, from, engine, plan);
        return read_comments_by(
            session,
            std::move(filter),
            order_of(request.sort, plan.part),
            count);
    };
    if (request.sort != sort_order::top || request.reported)
        return read(most, after);

    // Those with reports are few and have to be sorted; the others stand in the order of time.
    std::vector<model::comment> comments;
    const bool past_reports = after && after->likes == 0;
    if (!past_reports) {
        plan.part = reported_part::with_reports;
        comments = read(most, after);
    }
    if (comments.size() < most) {
        plan.part = reported_part::without_reports;
        auto rest = read(most - comments.size(), past_reports ? after : std::nullopt);
        comments.insert(
            comments.end(),
            std::make_move_iterator(rest.begin()),
            std::make_move_iterator(rest.end()));
    }
    return comments;
}

}  // namespace

model::result<desk_page> sql_store::list_for_desk(const desk_request& request)
{
    std::optional<page_cursor> after;
    if (!request.cursor.empty()) {
        after = read_cursor(request.cursor);
        if (!after || after->sort != request.sort || after->use != cursor_use::onward)
            return model::refusal(model::error::invalid_request);
    }
    assert(request.limit >= 1);
    return read("listing comments for the desk", [&](soci::session& session) {
        auto comments = read_page(session, *engine_, request, after);
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
        return read_events(session, "comment = :comment AND kind <> 'liked' ORDER BY seq", {id});
    });
}

state_counts sql_store::counts(const desk_scope& scope)
{
    return read("counting states", [&](soci::session& session) {
        auto counts = tally_.of(session, scope);
        counts.reported = count_reported(session, scope);
        return counts;
    });
}

reason_counts sql_store::pending_by_reason(const desk_scope& scope)
{
    return read("counting reasons", [&](soci::session& session) {
        std::vector<sql_value> values;
        const auto of_site = within(scope, "site", values);
        sql_statement select(
            session,
            "SELECT reason, COUNT(*) FROM waiting_reason WHERE 1 = 1 " + of_site +
                "GROUP BY reason");
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
