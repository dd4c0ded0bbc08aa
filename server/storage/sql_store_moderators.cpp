#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"
#include "server/storage/storage_failure.hpp"

namespace rejoinder::storage {

namespace {

/// The moderators that `where` selects.
std::vector<model::moderator> read_moderators(
    soci::session& session,
    const std::string& where,
    std::vector<sql_value> values)
{
    sql_statement select(
        session,
        "SELECT id, name, role, password_hash, disabled, created_at FROM moderator " + where);
    const auto& id = select.text();
    const auto& name = select.text();
    const auto& role = select.text();
    const auto& password_hash = select.text();
    const auto& disabled = select.integer();
    const auto& created_at = select.integer();
    select.run_with(std::move(values));
    std::vector<model::moderator> found;
    while (select.next()) {
        const auto known_role = model::moderator_role_from(role.value);
        if (!known_role)
            throw storage_failure("reading a moderator of an unknown role", 0);
        auto& moderator = found.emplace_back();
        moderator.id = model::moderator_id(id.value);
        moderator.name = name.value;
        moderator.role = *known_role;
        moderator.password_hash = password_hash.value;
        moderator.disabled = disabled.value != 0;
        moderator.created_at = created_at.time();
    }
    return found;
}

std::optional<model::moderator> first_of(std::vector<model::moderator> found)
{
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

}  // namespace

model::result<void> sql_store::add_moderator(const model::moderator& moderator)
{
    const bool added = change("adding a moderator", [&](soci::session& session) {
        sql_statement insert(
            session,
            "INSERT INTO moderator (id, name, role, password_hash, disabled, created_at) "
            "VALUES (:id, :name, :role, :password_hash, :disabled, :created_at) "
            "ON CONFLICT DO NOTHING");
        insert.run(
            moderator.id,
            moderator.name,
            model::to_string(moderator.role),
            moderator.password_hash,
            moderator.disabled ? 1 : 0,
            moderator.created_at);
        return insert.changed() > 0;
    });
    if (added)
        return {};
    return model::refusal(
        model::error::invalid_request,
        {{"name", "taken", "This name is taken."}});
}

std::optional<model::moderator> sql_store::find_moderator(const std::string& name)
{
    return read("reading a moderator", [&](soci::session& session) {
        return first_of(read_moderators(session, "WHERE name = :name", {name}));
    });
}

std::optional<model::moderator> sql_store::find_moderator(const model::moderator_id& id)
{
    return read("reading a moderator", [&](soci::session& session) {
        return first_of(read_moderators(session, "WHERE id = :id", {id}));
    });
}

std::vector<model::moderator> sql_store::list_moderators()
{
    return read("listing moderators", [&](soci::session& session) {
        return read_moderators(session, "ORDER BY name", {});
    });
}

bool sql_store::change_moderator(const model::moderator& moderator)
{
    return change("changing a moderator", [&](soci::session& session) {
        sql_statement update(
            session,
            "UPDATE moderator SET role = :role, password_hash = :password_hash, "
            "disabled = :disabled WHERE id = :id");
        update.run(
            model::to_string(moderator.role),
            moderator.password_hash,
            moderator.disabled ? 1 : 0,
            moderator.id);
        return update.changed() > 0;
    });
}

}  // namespace rejoinder::storage
