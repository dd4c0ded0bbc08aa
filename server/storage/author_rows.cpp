#include "server/storage/author_rows.hpp"

#include "server/storage/site_rows.hpp"

namespace rejoinder::storage {

std::optional<model::timestamp> first_seen(
    soci::session& session,
    const model::pseudonym& author,
    const model::site_list& sites)
{
    std::vector<sql_value> values = {author};
    const auto of_sites = among_sites("site", sites, values);
    sql_statement select(
        session,
        sites.empty() ? "SELECT first_seen_at FROM author WHERE pseudonym = :author"
                      : "SELECT MIN(created_at) FROM comment WHERE author = :author " + of_sites);
    const auto& first = select.integer();
    select.run_with(std::move(values));
    return select.next() ? first.optional_time() : std::nullopt;
}

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

void write_author_event(
    soci::session& session,
    std::string_view kind,
    const model::pseudonym& author,
    const model::site_id& site,
    const acting_moderator& by,
    const std::string& reason)
{
    sql_statement(
        session,
        "INSERT INTO author_event (kind, author, site, actor, actor_id, reason, happened_at) "
        "VALUES (:kind, :author, :site, :actor, :actor_id, :reason, :happened_at)")
        .run(kind, author, site, by.name, by.id, reason, model::now());
}

}  // namespace rejoinder::storage
