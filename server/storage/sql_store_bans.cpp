#include "server/storage/chunks.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

namespace rejoinder::storage {

namespace {

std::vector<model::ban> read_bans(
    soci::session& session,
    const std::string& where,
    std::vector<sql_value> values)
{
    sql_statement select(
        session,
        "SELECT id, author, site, story, reason, actor, created_at, ends_at, lifted_by, lifted_at "
        "FROM ban WHERE " +
            where + " ORDER BY created_at DESC, id DESC");
    const auto& id = select.text();
    const auto& author = select.text();
    const auto& site = select.text();
    const auto& story = select.text();
    const auto& reason = select.text();
    const auto& by = select.text();
    const auto& at = select.integer();
    const auto& ends_at = select.integer();
    const auto& lifted_by = select.text();
    const auto& lifted_at = select.integer();
    select.run_with(std::move(values));

    std::vector<model::ban> bans;
    while (select.next()) {
        auto& ban = bans.emplace_back();
        ban.id = id.value;
        ban.author = model::pseudonym(author.value);
        ban.site = model::site_id(site.value);
        ban.story = model::story_id(story.value);
        ban.reason = reason.value;
        ban.by = by.value;
        ban.at = at.time();
        ban.ends_at = ends_at.optional_time();
        ban.lifted_by = lifted_by.value;
        ban.lifted_at = lifted_at.optional_time();
    }
    return bans;
}

bool is_author(soci::session& session, const model::pseudonym& author)
{
    sql_statement select(session, "SELECT COUNT(*) FROM author WHERE pseudonym = :author");
    const auto& count = select.integer();
    select.run(author);
    return select.next() && count.value > 0;
}

}  // namespace

bool sql_store::add_ban(const model::ban& added)
{
    return change("banning an author", [&](soci::session& session) {
        if (!is_author(session, added.author))
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
        return true;
    });
}

bool sql_store::lift_ban(const std::string& id, const std::string& by, model::timestamp at)
{
    return change("lifting a ban", [&](soci::session& session) {
        sql_statement lift(
            session,
            "UPDATE ban SET lifted_by = :actor, lifted_at = :lifted_at "
            "WHERE id = :id AND lifted_at IS NULL");
        lift.run(by, at, id);
        return lift.changed() > 0;
    });
}

std::optional<std::vector<model::ban>> sql_store::bans_of(const model::pseudonym& author)
{
    return read(
        "reading an author's bans",
        [&](soci::session& session) -> std::optional<std::vector<model::ban>> {
            if (!is_author(session, author))
                return std::nullopt;
            return read_bans(session, "author = :author", {author});
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
