#include "server/storage/statistics_rows.hpp"

#include "server/storage/sql_statement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace rejoinder::storage {

namespace {

/// Conditions on the span and the sites, over columns of this alias.
struct span_filter {
    std::string sql;
    std::vector<sql_value> values;

    span_filter(const statistics_request& request, const char* time, const char* site)
        : sql(fmt::format("{} >= :since AND {} < :until ", time, time)),
          values{request.since, request.until}
    {
        if (request.sites.empty())
            return;
        sql += fmt::format("AND {} IN ({}) ", site, placeholders("site", request.sites.size()));
        values.insert(values.end(), request.sites.begin(), request.sites.end());
    }
};

/// A time as the number of its step, in local time.
long long step_of(model::timestamp at, const statistics_request& request)
{
    return (at.time_since_epoch() + request.zone) / request.step;
}

std::vector<activity_bucket> empty_series(const statistics_request& request)
{
    std::vector<activity_bucket> series;
    const auto last = step_of(request.until - std::chrono::milliseconds(1), request);
    for (auto step = step_of(request.since, request); step <= last; ++step)
        series.emplace_back().at = model::timestamp(step * request.step - request.zone);
    return series;
}

std::int64_t* first_fate(activity_bucket& bucket, const std::string& state)
{
    if (state == "published")
        return &bucket.published;
    if (state == "pending")
        return &bucket.held;
    if (state == "spam")
        return &bucket.spam;
    return state == "rejected" ? &bucket.rejected : nullptr;
}

/// What one decision tells.
struct decided_row {
    std::string comment;
    std::string by;
    std::string to;
};

void count_decision(std::map<std::string, moderator_record>& by_name, const decided_row& row)
{
    auto& record = by_name[row.by];
    if (row.to == "published")
        ++record.approved;
    else if (row.to == "spam")
        ++record.spam;
    else
        ++record.rejected;
}

/// Goes through all decisions of the span, comment by comment in the order of time. A comment's
/// decisions are compared with the one before by somebody else.
void read_moderators(soci::session& session, const statistics_request& request, statistics& made)
{
    span_filter filter(request, "e.happened_at", "e.site");
    sql_statement select(
        session,
        "SELECT e.comment, e.actor, e.to_state, e.kind FROM event e "
        "WHERE e.kind IN ('decided', 'undone') AND e.from_state IS NOT NULL AND " +
            filter.sql + "ORDER BY e.comment, e.seq");
    const auto& comment = select.text();
    const auto& actor = select.text();
    const auto& to = select.text();
    const auto& kind = select.text();
    select.run_with(std::move(filter.values));

    std::map<std::string, moderator_record> by_name;
    std::vector<decided_row> standing;  // Of the comment at hand.
    while (select.next()) {
        if (!standing.empty() && standing.back().comment != comment.value)
            standing.clear();
        if (kind.value == "undone") {
            if (standing.empty())
                continue;
            if (standing.back().by != actor.value)
                ++by_name[standing.back().by].undone_by_others;
            standing.pop_back();
            continue;
        }
        decided_row row{comment.value, actor.value, to.value};
        count_decision(by_name, row);
        if (!standing.empty() && standing.back().by != row.by) {
            ++made.twice_decided;
            made.agreed += standing.back().to == row.to ? 1 : 0;
        }
        standing.push_back(std::move(row));
    }
    for (auto& [name, record] : by_name) {
        record.name = name;
        made.moderators.push_back(record);
    }
}

/// How long what was decided in the span had waited, in milliseconds.
std::vector<long long> read_waits(soci::session& session, const statistics_request& request)
{
    span_filter filter(request, "d.happened_at", "d.site");
    sql_statement select(
        session,
        "SELECT d.happened_at - (SELECT MAX(w.happened_at) FROM event w WHERE w.comment = "
        "d.comment AND w.seq < d.seq AND w.to_state = 'pending') FROM event d "
        "WHERE d.kind = 'decided' AND d.from_state = 'pending' AND " +
            filter.sql);
    const auto& waited = select.integer();
    select.run_with(std::move(filter.values));
    std::vector<long long> waits;
    while (select.next())
        if (const auto known = waited.optional())
            waits.push_back(std::max(0LL, *known));
    return waits;
}

/// The smallest that so many hundredths do not exceed; 0 of none.
std::chrono::milliseconds percentile(std::vector<long long>& values, std::size_t hundredths)
{
    if (values.empty())
        return {};
    const auto rank = (values.size() * hundredths + 99) / 100 - 1;
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(rank));
    return std::chrono::milliseconds(values[rank]);
}

}  // namespace

std::vector<activity_bucket> read_series(soci::session& session, const statistics_request& request)
{
    auto series = empty_series(request);
    const auto first = step_of(request.since, request);
    span_filter filter(request, "happened_at", "site");
    sql_statement select(
        session,
        fmt::format(
            "SELECT (happened_at + {}) / {}, kind, to_state, COUNT(*) FROM event "
            "WHERE (kind = 'decided' OR (kind = 'judged' AND from_state IS NULL)) AND {}"
            "GROUP BY 1, 2, 3",
            request.zone.count(),
            request.step.count(),
            filter.sql));
    const auto& step = select.integer();
    const auto& kind = select.text();
    const auto& to = select.text();
    const auto& count = select.integer();
    select.run_with(std::move(filter.values));
    while (select.next()) {
        auto& bucket = series.at(static_cast<std::size_t>(step.value - first));
        if (kind.value == "decided") {
            bucket.decided += count.value;
            continue;
        }
        bucket.submitted += count.value;
        if (auto* const fate = first_fate(bucket, to.value))
            *fate += count.value;
    }
    return series;
}

std::vector<reason_record> read_reasons(soci::session& session, const statistics_request& request)
{
    span_filter filter(request, "c.created_at", "c.site");
    sql_statement select(
        session,
        "SELECT f.reason, COUNT(*), SUM(f.decided), SUM(f.refused) FROM (SELECT DISTINCT "
        "f.reason, c.id, c.decided AS decided, CASE WHEN c.decided = 1 AND c.state IN "
        "('rejected', 'spam') THEN 1 ELSE 0 END AS refused FROM comment c JOIN finding f "
        "ON f.comment = c.id WHERE " +
            filter.sql + ") f GROUP BY f.reason ORDER BY 2 DESC, 1");
    const auto& reason = select.text();
    const auto& comments = select.integer();
    const auto& decided = select.integer();
    const auto& refused = select.integer();
    select.run_with(std::move(filter.values));
    std::vector<reason_record> reasons;
    while (select.next())
        reasons.push_back({reason.value, comments.value, decided.value, refused.value});
    return reasons;
}

void read_decisions(soci::session& session, const statistics_request& request, statistics& made)
{
    read_moderators(session, request, made);
    auto waits = read_waits(session, request);
    made.waits = static_cast<std::int64_t>(waits.size());
    made.wait_median = percentile(waits, 50);
    made.wait_p90 = percentile(waits, 90);
}

}  // namespace rejoinder::storage
