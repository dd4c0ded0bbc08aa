#include "server/storage/state_tally.hpp"

#include "server/storage/event_rows.hpp"
#include "server/storage/sql_statement.hpp"

#include <algorithm>

namespace rejoinder::storage {

namespace {

bool is_within(const desk_scope& scope, const std::string& site)
{
    const bool named = scope.site.empty() || scope.site == site;
    return named && model::covers(scope.sites, model::site_id(site));
}

}  // namespace

state_counts state_tally::of(soci::session& session, const desk_scope& scope)
{
    const std::lock_guard lock(mutex_);
    const auto newest = last_event_of(session);
    if (through_ < 0)
        count_all(session);
    else if (newest > through_)
        count_events(session, newest);
    through_ = std::max(through_, newest);

    std::map<std::string, std::int64_t> by_state;
    for (const auto& [key, count] : counts_)
        if (is_within(scope, key.first))
            by_state[key.second] += count;
    state_counts counts;
    counts.published = by_state["published"];
    counts.pending = by_state["pending"];
    counts.rejected = by_state["rejected"];
    counts.spam = by_state["spam"];
    return counts;
}

void state_tally::count_all(soci::session& session)
{
    sql_statement select(session, "SELECT site, state, COUNT(*) FROM comment GROUP BY site, state");
    const auto& site = select.text();
    const auto& state = select.text();
    const auto& count = select.integer();
    select.run();
    while (select.next())
        counts_[{site.value, state.value}] = count.value;
}

void state_tally::count_events(soci::session& session, std::int64_t newest)
{
    sql_statement select(
        session,
        "SELECT site, from_state, to_state, COUNT(*) FROM event WHERE seq > :through "
        "AND seq <= :newest AND comment IS NOT NULL GROUP BY site, from_state, to_state");
    const auto& site = select.text();
    const auto& from = select.text();
    const auto& to = select.text();
    const auto& count = select.integer();
    select.run(static_cast<long long>(through_), static_cast<long long>(newest));
    while (select.next()) {
        // One without a state before is a new comment.
        if (!from.value.empty())
            counts_[{site.value, from.value}] -= count.value;
        if (!to.value.empty())
            counts_[{site.value, to.value}] += count.value;
    }
}

}  // namespace rejoinder::storage
