#include "server/storage/account_rows.hpp"

#include "server/storage/storage_failure.hpp"

namespace rejoinder::storage {

model::moderator_role stored_role(std::string_view name)
{
    const auto role = model::moderator_role_from(name);
    if (!role)
        throw storage_failure("reading a moderator of an unknown role", 0);
    return *role;
}

std::vector<model::moderator> read_moderators(
    soci::session& session,
    const std::string& where,
    std::vector<sql_value> values)
{
    sql_statement select(
        session,
        "SELECT id, name, role, sites, password_hash, disabled, created_at, signed_in_at, "
        "valid_after, settings, sealed_secret, pending_secret FROM moderator " +
            where);
    const auto& id = select.text();
    const auto& name = select.text();
    const auto& role = select.text();
    const auto& sites = select.text();
    const auto& password_hash = select.text();
    const auto& disabled = select.integer();
    const auto& created_at = select.integer();
    const auto& signed_in_at = select.integer();
    const auto& valid_after = select.integer();
    const auto& settings = select.text();
    const auto& sealed_secret = select.text();
    const auto& pending_secret = select.text();
    select.run_with(std::move(values));
    std::vector<model::moderator> found;
    while (select.next()) {
        auto& moderator = found.emplace_back();
        moderator.id = model::moderator_id(id.value);
        moderator.name = name.value;
        moderator.role = stored_role(role.value);
        moderator.sites = model::site_list_from(sites.value);
        moderator.password_hash = password_hash.value;
        moderator.disabled = disabled.value != 0;
        moderator.created_at = created_at.time();
        moderator.signed_in_at = signed_in_at.optional_time();
        moderator.valid_after = valid_after.time();
        moderator.settings = settings.value;
        moderator.sealed_secret = sealed_secret.value;
        moderator.pending_secret = pending_secret.value;
    }
    return found;
}

model::refusal name_taken()
{
    return {model::error::invalid_account, {{"name", "taken", "This name is taken."}}};
}

model::result<void> insert_moderator(soci::session& session, const model::moderator& added)
{
    sql_statement insert(
        session,
        "INSERT INTO moderator (id, name, role, sites, password_hash, disabled, created_at, "
        "valid_after, settings) VALUES (:id, :name, :role, :sites, :password_hash, :disabled, "
        ":created_at, :valid_after, :settings) ON CONFLICT DO NOTHING");
    insert.run(
        added.id,
        added.name,
        model::to_string(added.role),
        model::to_text(added.sites),
        added.password_hash,
        added.disabled ? 1 : 0,
        added.created_at,
        added.valid_after,
        added.settings);
    if (insert.changed() > 0)
        return {};
    return name_taken();
}

void write_account_event(
    soci::session& session,
    model::account_event_kind kind,
    const acting_moderator& by,
    std::string_view subject,
    std::string_view reason)
{
    sql_statement(
        session,
        "INSERT INTO account_event (kind, actor, actor_id, subject, reason, happened_at) "
        "VALUES (:kind, :actor, :actor_id, :subject, :reason, :happened_at)")
        .run(model::to_string(kind), by.name, by.id, subject, reason, model::now());
}

std::string rights_of(model::moderator_role role, const model::site_list& sites)
{
    std::string rights(model::to_string(role));
    return rights.append(" of ").append(sites.empty() ? "all sites" : model::to_text(sites));
}

}  // namespace rejoinder::storage
