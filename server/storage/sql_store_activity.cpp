#include "server/storage/chunks.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

#include <algorithm>
#include <unordered_map>

namespace rejoinder::storage {

namespace {

using by_author = std::unordered_map<std::string, author_activity>;

std::vector<sql_value> values_of(
    const model::site_id& site,
    std::span<const model::pseudonym> authors)
{
    std::vector<sql_value> values = {site};
    values.insert(values.end(), authors.begin(), authors.end());
    return values;
}

void read_counts(
    soci::session& session,
    const model::site_id& site,
    std::span<const model::pseudonym> authors,
    by_author& all)
{
    sql_statement select(
        session,
        "SELECT author, state, decided, COUNT(*) FROM comment WHERE site = :site AND author IN (" +
            placeholders("author", authors.size()) + ") GROUP BY author, state, decided");
    const auto& author = select.text();
    const auto& state = select.text();
    const auto& decided = select.integer();
    const auto& count = select.integer();
    select.run_with(values_of(site, authors));
    while (select.next()) {
        auto& activity = all[author.value];
        if (state.value == "published") {
            activity.published += count.value;
            activity.approved_by_human += decided.value != 0 ? count.value : 0;
        } else if (state.value == "pending") {
            activity.pending += count.value;
        } else if (state.value == "rejected" || state.value == "spam") {
            activity.rejected += count.value;
        }
    }
}

void read_recent(
    soci::session& session,
    const model::site_id& site,
    std::span<const model::pseudonym> authors,
    model::timestamp since,
    int recent_max,
    by_author& all)
{
    sql_statement select(
        session,
        "SELECT author, id, story, text, created_at FROM (SELECT author, story, text, created_at, "
        "id, "
        "ROW_NUMBER() OVER (PARTITION BY author ORDER BY created_at DESC, id DESC) AS place "
        "FROM comment WHERE site = :site AND author IN (" +
            placeholders("author", authors.size()) +
            ") AND created_at >= :since) AS newest WHERE place <= :recent_max "
            "ORDER BY author, place");
    const auto& author = select.text();
    const auto& id = select.text();
    const auto& story = select.text();
    const auto& text = select.text();
    const auto& created_at = select.integer();
    auto values = values_of(site, authors);
    values.emplace_back(since);
    values.emplace_back(recent_max);
    select.run_with(std::move(values));
    while (select.next()) {
        author_activity::recent_comment recent;
        recent.id = model::comment_id(id.value);
        recent.text = text.value;
        recent.story = {site, model::story_id(story.value)};
        recent.created_at = created_at.time();
        all[author.value].recent.push_back(std::move(recent));
    }
}

}  // namespace

std::vector<author_activity> sql_store::activity_of(
    const model::site_id& site,
    std::span<const model::pseudonym> authors,
    model::timestamp since,
    int recent_max)
{
    const auto all = read("reading authors' activity", [&](soci::session& session) {
        // Each once: an author in two chunks would be counted twice.
        std::vector<model::pseudonym> distinct(authors.begin(), authors.end());
        std::sort(distinct.begin(), distinct.end());
        distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());

        by_author found;
        for (const auto chunk : chunks(std::span<const model::pseudonym>(distinct))) {
            read_counts(session, site, chunk, found);
            read_recent(session, site, chunk, since, recent_max, found);
        }
        return found;
    });

    std::vector<author_activity> in_order;
    for (const auto& author : authors) {
        const auto found = all.find(author.str());
        in_order.push_back(found == all.end() ? author_activity() : found->second);
    }
    return in_order;
}

std::int64_t sql_store::count_from_network(
    const model::client_pseudonym& network,
    model::timestamp since)
{
    return read("counting a network's comments", [&](soci::session& session) {
        sql_statement select(
            session,
            "SELECT COUNT(*) FROM comment WHERE network = :network AND network <> '' "
            "AND created_at >= :since");
        const auto& count = select.integer();
        select.run(network, since);
        std::int64_t total = 0;
        while (select.next())
            total = count.value;
        return total;
    });
}

std::int64_t sql_store::count_in_story(const model::story_key& story, model::timestamp since)
{
    return read("counting a story's comments", [&](soci::session& session) {
        sql_statement select(
            session,
            "SELECT COUNT(*) FROM comment WHERE created_at >= :since AND site = :site "
            "AND story = :story");
        const auto& count = select.integer();
        select.run(since, story.site, story.story);
        return select.next() ? std::int64_t{count.value} : 0;
    });
}

std::vector<owned_name> sql_store::owners_of_names(
    const model::site_id& site,
    std::span<const std::string> keys,
    std::int64_t published_min)
{
    return read("looking up names", [&](soci::session& session) {
        std::vector<owned_name> owners;
        for (const auto chunk : chunks(keys)) {
            sql_statement select(
                session,
                "SELECT name_key, author FROM comment WHERE site = :site AND name_key <> '' "
                "AND name_key IN (" +
                    placeholders("key", chunk.size()) +
                    ") AND state = 'published' GROUP BY name_key, author "
                    "HAVING COUNT(*) >= :published_min");
            const auto& key = select.text();
            const auto& author = select.text();
            std::vector<sql_value> values = {site};
            values.insert(values.end(), chunk.begin(), chunk.end());
            values.emplace_back(static_cast<long long>(published_min));
            select.run_with(std::move(values));
            while (select.next())
                owners.push_back({key.value, model::pseudonym(author.value)});
        }
        return owners;
    });
}

}  // namespace rejoinder::storage
