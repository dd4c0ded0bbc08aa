#include "server/storage/account_rows.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

namespace rejoinder::storage {

namespace {

using model::account_event_kind;

/// Those that stand now and that `where` selects.
std::vector<model::invitation> read_invitations(
    soci::session& session,
    const std::string& where,
    std::vector<sql_value> values)
{
    sql_statement select(
        session,
        "SELECT i.id, i.token_hash, i.name, i.role, i.sites, i.actor, i.actor_id, i.created_at, "
        "i.expires_at FROM invitation i "
        "WHERE i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > :now "
        "AND (i.actor_id = '' OR EXISTS (SELECT 1 FROM moderator m WHERE m.id = i.actor_id "
        "AND m.role = 'admin' AND m.sites = '' AND m.disabled = 0)) " +
            where);
    const auto& id = select.text();
    const auto& token_hash = select.text();
    const auto& name = select.text();
    const auto& role = select.text();
    const auto& sites = select.text();
    const auto& by = select.text();
    const auto& by_id = select.text();
    const auto& created_at = select.integer();
    const auto& expires_at = select.integer();
    values.insert(values.begin(), model::now());
    select.run_with(std::move(values));
    std::vector<model::invitation> found;
    while (select.next()) {
        auto& invitation = found.emplace_back();
        invitation.id = id.value;
        invitation.token_hash = token_hash.value;
        invitation.name = name.value;
        invitation.role = stored_role(role.value);
        invitation.sites = model::site_list_from(sites.value);
        invitation.by = by.value;
        invitation.by_id = model::moderator_id(by_id.value);
        invitation.created_at = created_at.time();
        invitation.expires_at = expires_at.time();
    }
    return found;
}

std::vector<model::invitation> with_token(soci::session& session, const std::string& token_hash)
{
    return read_invitations(session, "AND i.token_hash = :token_hash", {token_hash});
}

}  // namespace

model::result<void> sql_store::add_invitation(
    const model::invitation& added,
    const acting_moderator& by)
{
    return change("inviting a moderator", [&](soci::session& session) -> model::result<void> {
        if (!read_moderators(session, "WHERE name = :name", {added.name}).empty())
            return name_taken();
        sql_statement(
            session,
            "INSERT INTO invitation (id, token_hash, name, role, sites, actor, actor_id, "
            "created_at, expires_at) VALUES (:id, :token_hash, :name, :role, :sites, :actor, "
            ":actor_id, :created_at, :expires_at)")
            .run(
                added.id,
                added.token_hash,
                added.name,
                model::to_string(added.role),
                model::to_text(added.sites),
                by.name,
                by.id,
                added.created_at,
                added.expires_at);
        write_account_event(
            session,
            account_event_kind::invitation_made,
            by,
            added.name,
            rights_of(added.role, added.sites));
        return {};
    });
}

std::vector<model::invitation> sql_store::standing_invitations()
{
    return read("listing invitations", [&](soci::session& session) {
        return read_invitations(session, "ORDER BY i.created_at DESC, i.id DESC", {});
    });
}

std::optional<model::invitation> sql_store::find_invitation(const std::string& token_hash)
{
    return read(
        "reading an invitation",
        [&](soci::session& session) -> std::optional<model::invitation> {
            auto found = with_token(session, token_hash);
            return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
        });
}

bool sql_store::revoke_invitation(const std::string& id, const acting_moderator& by)
{
    return change("taking an invitation back", [&](soci::session& session) {
        const auto found = read_invitations(session, "AND i.id = :id", {id});
        if (found.empty())
            return false;
        sql_statement(session, "UPDATE invitation SET revoked_at = :now WHERE id = :id")
            .run(model::now(), id);
        write_account_event(session, account_event_kind::invitation_revoked, by, found[0].name, "");
        return true;
    });
}

model::result<model::moderator> sql_store::accept_invitation(
    const std::string& token_hash,
    model::moderator fresh)
{
    using outcome = model::result<model::moderator>;
    return change("accepting an invitation", [&](soci::session& session) -> outcome {
        const auto found = with_token(session, token_hash);
        if (found.empty())
            return model::refusal(model::error::invitation_not_found);
        const auto& invitation = found.front();
        fresh.name = invitation.name;
        fresh.role = invitation.role;
        fresh.sites = invitation.sites;
        if (const auto added = insert_moderator(session, fresh); added.has_error())
            return added.error();
        sql_statement(session, "UPDATE invitation SET accepted_at = :now WHERE id = :id")
            .run(model::now(), invitation.id);
        write_account_event(
            session,
            account_event_kind::moderator_added,
            {invitation.by_id, invitation.by},
            fresh.name,
            rights_of(fresh.role, fresh.sites));
        return fresh;
    });
}

}  // namespace rejoinder::storage
