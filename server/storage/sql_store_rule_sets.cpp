#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

namespace rejoinder::storage {

namespace {

/// Newest first.
std::vector<model::rule_set_activation> read_activations(soci::session& session, int limit)
{
    sql_statement select(
        session,
        "SELECT seq, version, actor, note, activated_at FROM rule_set_activation "
        "ORDER BY seq DESC LIMIT :page_max");
    const auto& seq = select.integer();
    const auto& version = select.text();
    const auto& actor = select.text();
    const auto& note = select.text();
    const auto& activated_at = select.integer();
    select.run(limit);
    std::vector<model::rule_set_activation> found;
    while (select.next())
        found.push_back({seq.value, version.value, actor.value, note.value, activated_at.time()});
    return found;
}

/// The versions that the rest of the statement selects; `content` names what is read as it.
std::vector<model::rule_set_version> read_versions(
    soci::session& session,
    const std::string& content,
    const std::string& rest,
    const sql_value& value)
{
    sql_statement select(
        session,
        "SELECT version, " + content +
            ", filters, author, note, created_at "
            "FROM rule_set " +
            rest);
    const auto& version = select.text();
    const auto& text = select.text();
    const auto& filters = select.text();
    const auto& author = select.text();
    const auto& note = select.text();
    const auto& created_at = select.integer();
    select.run_with({value});
    std::vector<model::rule_set_version> found;
    while (select.next())
        found.push_back(
            {version.value,
             text.value,
             filters.value,
             author.value,
             note.value,
             created_at.time()});
    return found;
}

}  // namespace

bool sql_store::add_rule_set(const model::rule_set_version& added)
{
    return change("keeping a rule set", [&](soci::session& session) {
        sql_statement insert(
            session,
            "INSERT INTO rule_set (version, content, filters, author, note, created_at) "
            "VALUES (:version, :content, :filters, :author, :note, :created_at) "
            "ON CONFLICT DO NOTHING");
        insert.run(
            added.version,
            added.content,
            added.filters,
            added.author,
            added.note,
            added.created_at);
        return insert.changed() > 0;
    });
}

std::optional<model::rule_set_version> sql_store::find_rule_set(const std::string& version)
{
    return read("reading a rule set", [&](soci::session& session) {
        auto found = read_versions(session, "content", "WHERE version = :version", version);
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

std::string sql_store::filters_of_rule_set(const std::string& version)
{
    return read("reading the filters of a rule set", [&](soci::session& session) {
        const auto found = read_versions(session, "''", "WHERE version = :version", version);
        return found.empty() ? std::string() : found.front().filters;
    });
}

std::vector<model::rule_set_version> sql_store::list_rule_sets(int limit)
{
    return read("listing rule sets", [&](soci::session& session) {
        return read_versions(
            session,
            "''",
            "ORDER BY created_at DESC, version LIMIT :page_max",
            limit);
    });
}

bool sql_store::activate_rule_set(const model::rule_set_activation& wanted)
{
    return change("putting a rule set in force", [&](soci::session& session) {
        if (read_versions(session, "''", "WHERE version = :version", wanted.version).empty())
            return false;
        const auto last = read_activations(session, 1);
        if (!last.empty() && last.front().version == wanted.version)
            return true;
        sql_statement insert(
            session,
            "INSERT INTO rule_set_activation (version, actor, note, activated_at) "
            "VALUES (:version, :actor, :note, :activated_at)");
        insert.run(wanted.version, wanted.by, wanted.note, wanted.at);
        return true;
    });
}

std::vector<model::rule_set_activation> sql_store::rule_set_activations(int limit)
{
    return read("listing activations", [&](soci::session& session) {
        return read_activations(session, limit);
    });
}

}  // namespace rejoinder::storage
