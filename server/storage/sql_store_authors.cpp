#include "server/storage/author_rows.hpp"
#include "server/storage/site_rows.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

namespace rejoinder::storage {

namespace {

constexpr int names_max = 20;
constexpr std::size_t notes_max = 100;

std::vector<model::author_record::used_name> names_of(
    soci::session& session,
    const model::pseudonym& author,
    const model::site_list& sites)
{
    std::vector<sql_value> values = {author};
    const auto of_sites = among_sites("site", sites, values);
    sql_statement select(
        session,
        "SELECT author_name, COUNT(*) FROM comment WHERE author = :author " + of_sites +
            "GROUP BY author_name ORDER BY COUNT(*) DESC, author_name LIMIT :names_max");
    const auto& name = select.text();
    const auto& count = select.integer();
    values.emplace_back(names_max);
    select.run_with(std::move(values));
    std::vector<model::author_record::used_name> names;
    while (select.next())
        names.push_back({name.value, count.value});
    return names;
}

model::counts_by_state counts_of(
    soci::session& session,
    const model::pseudonym& author,
    const model::site_list& sites,
    model::timestamp since)
{
    std::vector<sql_value> values = {author, since};
    const auto of_sites = among_sites("site", sites, values);
    sql_statement select(
        session,
        "SELECT state, COUNT(*) FROM comment WHERE author = :author AND created_at >= :since " +
            of_sites + "GROUP BY state");
    const auto& state = select.text();
    const auto& count = select.integer();
    select.run_with(std::move(values));
    model::counts_by_state counts;
    while (select.next()) {
        if (state.value == "published")
            counts.published = count.value;
        else if (state.value == "pending")
            counts.pending = count.value;
        else if (state.value == "rejected")
            counts.rejected = count.value;
        else if (state.value == "spam")
            counts.spam = count.value;
    }
    return counts;
}

/// Those of these sites, and those that hold everywhere.
std::vector<model::ban> bans_of(
    soci::session& session,
    const model::pseudonym& author,
    const model::site_list& sites)
{
    auto bans = read_bans(session, "author = :author", {author});
    std::erase_if(bans, [&](const model::ban& ban) {
        return !ban.site.empty() && !model::covers(sites, ban.site);
    });
    return bans;
}

/// Of a moderator who saw more than these sites, none.
std::vector<model::author_note> notes_of(
    soci::session& session,
    const model::pseudonym& author,
    const model::site_list& sites)
{
    sql_statement select(
        session,
        "SELECT id, text, actor, created_at, sites FROM author_note WHERE author = :author "
        "ORDER BY created_at DESC, id DESC");
    const auto& id = select.text();
    const auto& text = select.text();
    const auto& by = select.text();
    const auto& at = select.integer();
    const auto& seen = select.text();
    select.run(author);
    std::vector<model::author_note> notes;
    while (notes.size() < notes_max && select.next())
        if (model::covers_all(sites, model::site_list_from(seen.value)))
            notes.push_back({id.value, author, text.value, by.value, at.time()});
    return notes;
}

}  // namespace

std::optional<model::author_record> sql_store::author_record_of(
    const model::pseudonym& author,
    model::timestamp lately,
    const model::site_list& sites)
{
    return read(
        "reading an author's record",
        [&](soci::session& session) -> std::optional<model::author_record> {
            const auto first = first_seen(session, author, sites);
            if (!first)
                return std::nullopt;
            model::author_record record;
            record.first_seen_at = *first;
            record.names = names_of(session, author, sites);
            record.all = counts_of(session, author, sites, {});
            record.lately = counts_of(session, author, sites, lately);
            record.bans = bans_of(session, author, sites);
            record.notes = notes_of(session, author, sites);
            return record;
        });
}

bool sql_store::add_note(const model::author_note& added, const acting_moderator& by)
{
    return change("noting something about an author", [&](soci::session& session) {
        if (!first_seen(session, added.author, by.sites))
            return false;
        sql_statement(
            session,
            "INSERT INTO author_note (id, author, text, actor, sites, created_at) "
            "VALUES (:id, :author, :text, :actor, :sites, :created_at)")
            .run(added.id, added.author, added.text, added.by, model::to_text(by.sites), added.at);
        return true;
    });
}

std::optional<model::sealed_email> sql_store::reveal_address(
    const model::pseudonym& author,
    const acting_moderator& by,
    const std::string& reason)
{
    return change(
        "revealing an address",
        [&](soci::session& session) -> std::optional<model::sealed_email> {
            std::vector<sql_value> values = {author};
            const auto of_sites = among_sites("site", by.sites, values);
            sql_statement select(
                session,
                "SELECT sealed_email, site FROM comment WHERE author = :author "
                "AND sealed_email <> '' " +
                    of_sites + "ORDER BY created_at DESC, id DESC LIMIT 1");
            const auto& sealed = select.text();
            const auto& site = select.text();
            select.run_with(std::move(values));
            if (!select.next())
                return std::nullopt;
            const model::site_id where(by.sites.empty() ? "" : site.value);
            write_author_event(session, "address_revealed", author, where, by, reason);
            return model::sealed_email{sealed.value};
        });
}

}  // namespace rejoinder::storage
