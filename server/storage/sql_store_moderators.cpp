#include "server/storage/account_rows.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

#include <algorithm>

namespace rejoinder::storage {

namespace {

using model::account_event_kind;

std::optional<model::moderator> first_moderator(
    soci::session& session,
    const std::string& where,
    sql_value value)
{
    auto found = read_moderators(session, where, {std::move(value)});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

bool somebody_may_administer(soci::session& session)
{
    sql_statement select(
        session,
        "SELECT 1 FROM moderator WHERE role = 'admin' AND sites = '' AND disabled = 0 LIMIT 1");
    select.integer();
    select.run();
    return select.next();
}

bool may_less(const model::moderator& now, const model::moderator& before)
{
    return (now.disabled && !before.disabled) || now.role > before.role ||
           !model::covers_all(now.sites, before.sites);
}

model::moderator changed(model::moderator who, const model::moderator_change& change)
{
    const auto before = who;
    who.role = change.role.value_or(who.role);
    who.sites = change.sites.value_or(who.sites);
    who.disabled = change.disabled.value_or(who.disabled);
    who.password_hash = change.password_hash.value_or(who.password_hash);
    if (change.second_factor_off) {
        who.sealed_secret.clear();
        who.pending_secret.clear();
    }
    if (may_less(who, before) || change.password_hash || change.sessions_end)
        who.valid_after = std::max(model::now(), who.valid_after + std::chrono::milliseconds(1));
    return who;
}

void write_events(
    soci::session& session,
    const model::moderator& before,
    const model::moderator& now,
    const model::moderator_change& change,
    const acting_moderator& by)
{
    const auto write = [&](account_event_kind kind, const std::string& reason) {
        write_account_event(session, kind, by, now.name, reason);
    };
    if (now.role != before.role || now.sites != before.sites || now.disabled != before.disabled) {
        const auto* const suffix = now.disabled ? ", disabled" : "";
        write(account_event_kind::moderator_changed, rights_of(now.role, now.sites) + suffix);
    }
    if (change.password_hash)
        write(account_event_kind::password_changed, "");
    if (before.sealed_secret != now.sealed_secret)
        write(account_event_kind::two_factor_off, "");
    if (change.sessions_end)
        write(account_event_kind::sessions_ended, "");
}

void update_moderator(soci::session& session, const model::moderator& who)
{
    sql_statement(
        session,
        "UPDATE moderator SET role = :role, sites = :sites, disabled = :disabled, "
        "password_hash = :password_hash, sealed_secret = :sealed_secret, "
        "pending_secret = :pending_secret, valid_after = :valid_after WHERE id = :id")
        .run(
            model::to_string(who.role),
            model::to_text(who.sites),
            who.disabled ? 1 : 0,
            who.password_hash,
            who.sealed_secret,
            who.pending_secret,
            who.valid_after,
            who.id);
}

}  // namespace

model::result<void> sql_store::add_moderator(
    const model::moderator& added,
    const acting_moderator& by)
{
    return change("adding a moderator", [&](soci::session& session) {
        auto done = insert_moderator(session, added);
        if (done.has_value())
            write_account_event(
                session,
                account_event_kind::moderator_added,
                by,
                added.name,
                rights_of(added.role, added.sites));
        return done;
    });
}

std::optional<model::moderator> sql_store::find_moderator(const std::string& name)
{
    return read("reading a moderator", [&](soci::session& session) {
        return first_moderator(session, "WHERE name = :name", name);
    });
}

std::optional<model::moderator> sql_store::find_moderator(const model::moderator_id& id)
{
    return read("reading a moderator", [&](soci::session& session) {
        return first_moderator(session, "WHERE id = :id", id);
    });
}

std::vector<model::moderator> sql_store::list_moderators()
{
    return read("listing moderators", [&](soci::session& session) {
        return read_moderators(session, "ORDER BY name", {});
    });
}

model::result<model::moderator> sql_store::change_moderator(
    const model::moderator_id& id,
    const model::moderator_change& wanted,
    const acting_moderator& by)
{
    // What leaves nobody to administer is undone by its exception, and refused outside.
    struct nobody_left {};
    using outcome = model::result<model::moderator>;
    try {
        return change("changing a moderator", [&](soci::session& session) -> outcome {
            const auto before = first_moderator(session, "WHERE id = :id", id);
            if (!before)
                return model::refusal(model::error::moderator_not_found);
            auto now = changed(*before, wanted);
            update_moderator(session, now);
            if (wanted.last == model::moderator_change::last_admin::stays &&
                before->may_administer() && !somebody_may_administer(session))
                throw nobody_left();
            if (before->sealed_secret != now.sealed_secret)
                sql_statement(session, "DELETE FROM recovery_code WHERE moderator = :id").run(id);
            write_events(session, *before, now, wanted, by);
            return now;
        });
    } catch (const nobody_left&) {
        return model::refusal(model::error::last_admin);
    }
}

void sql_store::keep_settings(const model::moderator_id& id, const std::string& settings)
{
    change("keeping settings", [&](soci::session& session) {
        sql_statement(session, "UPDATE moderator SET settings = :settings WHERE id = :id")
            .run(settings, id);
    });
}

void sql_store::note_sign_in(const acting_moderator& who)
{
    change("noting who signed in", [&](soci::session& session) {
        sql_statement(session, "UPDATE moderator SET signed_in_at = :now WHERE id = :id")
            .run(model::now(), who.id);
        write_account_event(session, account_event_kind::signed_in, who, who.name, "");
    });
}

void sql_store::note_account_event(
    account_event_kind kind,
    const acting_moderator& by,
    const std::string& subject,
    const std::string& reason)
{
    change("noting what happened to an account", [&](soci::session& session) {
        write_account_event(session, kind, by, subject, reason);
    });
}

}  // namespace rejoinder::storage
