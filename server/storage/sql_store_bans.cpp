#include "server/storage/author_rows.hpp"
#include "server/storage/chunks.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

namespace rejoinder::storage {

namespace {

/// Whether the moderator may ban there: everywhere takes all sites.
bool reaches(const acting_moderator& by, const model::site_id& site)
{
    return site.empty() ? by.sites.empty() : model::covers(by.sites, site);
}

}  // namespace

bool sql_store::add_ban(const model::ban& added, const acting_moderator& by)
{
    return change("banning an author", [&](soci::session& session) {
        if (!reaches(by, added.site) || !first_seen(session, added.author, by.sites))
            return false;
        sql_statement(
            session,
            "INSERT INTO ban (id, author, site, story, reason, actor, created_at, ends_at, "
            "lifted_by) VALUES (:id, :author, :site, :story, :reason, :actor, :created_at, "
            ":ends_at, '')")
            .run(
                added.id,
                added.author,
                added.site,
                added.story,
                added.reason,
                added.by,
                added.at,
                added.ends_at);
        write_author_event(session, "banned", added.author, added.site, by, added.reason);
        return true;
    });
}

bool sql_store::lift_ban(const std::string& id, const acting_moderator& by)
{
    return change("lifting a ban", [&](soci::session& session) {
        const auto found = read_bans(session, "id = :id AND lifted_at IS NULL", {id});
        if (found.empty() || !reaches(by, found[0].site))
            return false;
        sql_statement(
            session,
            "UPDATE ban SET lifted_by = :actor, lifted_at = :lifted_at WHERE id = :id")
            .run(by.name, model::now(), id);
        write_author_event(session, "ban_lifted", found[0].author, found[0].site, by, "");
        return true;
    });
}

std::vector<model::ban> sql_store::bans_in_force(
    const model::site_id& site,
    std::span<const model::pseudonym> authors,
    model::timestamp at)
{
    return read("reading bans", [&](soci::session& session) {
        std::vector<model::ban> all;
        for (const auto chunk : chunks(authors)) {
            std::vector<sql_value> values(chunk.begin(), chunk.end());
            values.emplace_back(site);
            values.emplace_back(at);
            auto found = read_bans(
                session,
                "author IN (" + placeholders("author", chunk.size()) +
                    ") AND site IN ('', :site) AND lifted_at IS NULL "
                    "AND (ends_at IS NULL OR ends_at > :now)",
                std::move(values));
            all.insert(all.end(), found.begin(), found.end());
        }
        return all;
    });
}

}  // namespace rejoinder::storage
