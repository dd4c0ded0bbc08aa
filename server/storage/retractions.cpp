#include "server/storage/retractions.hpp"

#include "server/storage/sql_statement.hpp"

#include <utility>

namespace rejoinder::storage {

namespace {

std::int64_t newest_event(soci::session& session)
{
    sql_statement select(session, "SELECT MAX(seq) FROM event");
    const auto& seq = select.integer();
    select.run();
    std::int64_t newest = 0;
    while (select.next())
        newest = seq.value;
    return newest;
}

}  // namespace

retraction_finder::retraction_finder(retraction_listener listener)
    : listener_(std::move(listener))
{
}

void retraction_finder::begin(soci::session& session)
{
    if (listener_ && seen_ < 0)
        seen_ = newest_event(session);
}

std::vector<model::story_key> retraction_finder::find(soci::session& session)
{
    std::vector<model::story_key> stories;
    if (!listener_)
        return stories;
    newest_ = newest_event(session);
    if (newest_ == seen_)
        return stories;
    sql_statement select(
        session,
        "SELECT DISTINCT site, story FROM event WHERE seq > :seen AND from_state = 'published'");
    const auto& site = select.text();
    const auto& story = select.text();
    select.run(static_cast<long long>(seen_));
    while (select.next())
        stories.push_back({model::site_id(site.value), model::story_id(story.value)});
    return stories;
}

void retraction_finder::tell(const std::vector<model::story_key>& stories)
{
    seen_ = newest_;
    for (const auto& story : stories)
        listener_(story);
}

}  // namespace rejoinder::storage
