#include "server/storage/migrate.hpp"

#include "server/model/time.hpp"
#include "server/storage/dialect.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/transaction.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::storage {

namespace {

constexpr auto create_version_table = "CREATE TABLE IF NOT EXISTS schema_version ("
                                      "version BIGINT NOT NULL PRIMARY KEY, "
                                      "name TEXT NOT NULL, "
                                      "applied_at BIGINT NOT NULL)";

/// What stands for statements that are the engine's own.
std::vector<std::string> own_statements(std::string_view mark, const dialect& engine)
{
    if (mark == "{full_text};")
        return engine.full_text();
    if (mark == "{drop_full_text};")
        return engine.drop_full_text();
    if (mark == "{waiting_reasons};")
        return engine.waiting_reasons();
    throw std::logic_error("a migration with an unknown mark: " + std::string(mark));
}

/// Comments are left out: SOCI would take a colon in one for a placeholder.
std::vector<std::string> statements_of(std::string_view sql, const dialect& engine)
{
    constexpr std::string_view mark = "{identity}";
    std::vector<std::string> statements;
    std::string current;
    while (!sql.empty()) {
        const auto end = sql.find('\n');
        std::string line(sql.substr(0, end));
        sql.remove_prefix(end == std::string_view::npos ? sql.size() : end + 1);

        if (line.empty() || line.starts_with("--"))
            continue;
        if (line.starts_with('{')) {
            const auto own = own_statements(line, engine);
            statements.insert(statements.end(), own.begin(), own.end());
            continue;
        }
        if (const auto at = line.find(mark); at != std::string::npos)
            line.replace(at, mark.size(), engine.identity());
        const bool last = line.ends_with(';');
        if (last)
            line.pop_back();
        current += line + '\n';
        if (last)
            statements.push_back(std::exchange(current, {}));
    }
    if (!current.empty())
        statements.push_back(std::move(current));
    return statements;
}

/// False when another process has applied it meanwhile.
bool apply(soci::session& session, const dialect& engine, const migration& next)
{
    transaction change(session, engine.begin_change());
    if (schema_version(session) >= next.version)
        return false;
    for (const auto& statement : statements_of(next.sql, engine))
        sql_statement(session, statement).run();
    sql_statement(
        session,
        "INSERT INTO schema_version (version, name, applied_at) "
        "VALUES (:version, :name, :applied_at)")
        .run(next.version, next.name, model::now());
    change.commit();
    return true;
}

}  // namespace

schema_too_new::schema_too_new(int found, int known)
    : std::runtime_error(
          "the database has schema version " + std::to_string(found) +
          ", written by a newer program; this one knows versions up to " + std::to_string(known))
{
}

int schema_version(soci::session& session)
{
    sql_statement select(session, "SELECT MAX(version) FROM schema_version");
    const auto& version = select.integer();
    select.run();
    int found = 0;
    while (select.next())
        found = static_cast<int>(version.value);
    return found;
}

int migrate(soci::session& session, const dialect& engine, std::span<const migration> known)
{
    {
        transaction change(session, engine.begin_change());
        sql_statement(session, create_version_table).run();
        change.commit();
    }
    const int newest = known.empty() ? 0 : known.back().version;
    const int found = schema_version(session);
    if (found > newest)
        throw schema_too_new(found, newest);

    int applied = 0;
    for (const auto& next : known)
        if (next.version > found && apply(session, engine, next))
            ++applied;
    return applied;
}

}  // namespace rejoinder::storage
