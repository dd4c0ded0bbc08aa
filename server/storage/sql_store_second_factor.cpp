#include "server/storage/account_rows.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

namespace rejoinder::storage {

void sql_store::propose_second_factor(
    const model::moderator_id& id,
    const std::string& sealed_secret)
{
    change("proposing a second factor", [&](soci::session& session) {
        sql_statement(session, "UPDATE moderator SET pending_secret = :secret WHERE id = :id")
            .run(sealed_secret, id);
    });
}

bool sql_store::confirm_second_factor(
    const acting_moderator& who,
    const std::string& sealed_secret,
    std::int64_t step,
    std::span<const std::string> recovery_hashes)
{
    return change("confirming a second factor", [&](soci::session& session) {
        sql_statement update(
            session,
            "UPDATE moderator SET sealed_secret = pending_secret, pending_secret = '', "
            "last_step = :step WHERE id = :id AND pending_secret = :secret");
        update.run(step, who.id, sealed_secret);
        if (update.changed() == 0)
            return false;
        sql_statement(session, "DELETE FROM recovery_code WHERE moderator = :id").run(who.id);
        sql_statement insert(
            session,
            "INSERT INTO recovery_code (moderator, code_hash) VALUES (:id, :hash)");
        for (const auto& hash : recovery_hashes)
            insert.run(who.id, hash);
        write_account_event(session, model::account_event_kind::two_factor_on, who, who.name, "");
        return true;
    });
}

bool sql_store::spend_step(const model::moderator_id& id, std::int64_t step)
{
    return change("spending a code", [&](soci::session& session) {
        sql_statement update(
            session,
            "UPDATE moderator SET last_step = :step WHERE id = :id AND last_step < :same_step");
        update.run(step, id, step);
        return update.changed() > 0;
    });
}

bool sql_store::spend_recovery_code(const model::moderator_id& id, const std::string& hash)
{
    return change("spending a recovery code", [&](soci::session& session) {
        sql_statement update(
            session,
            "UPDATE recovery_code SET used_at = :now "
            "WHERE moderator = :id AND code_hash = :hash AND used_at IS NULL");
        update.run(model::now(), id, hash);
        return update.changed() > 0;
    });
}

}  // namespace rejoinder::storage
