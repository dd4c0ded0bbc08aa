#include "server/storage/account_rows.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"
#include "server/storage/storage_failure.hpp"

#include <sstream>

namespace rejoinder::storage {

namespace {

std::string scopes_text(const std::vector<model::token_scope>& scopes)
{
    std::string text;
    for (const auto scope : scopes)
        text.append(text.empty() ? "" : " ").append(model::to_string(scope));
    return text;
}

std::vector<model::token_scope> scopes_from(const std::string& text)
{
    std::istringstream words(text);
    std::vector<model::token_scope> scopes;
    for (std::string word; words >> word;) {
        const auto scope = model::token_scope_from(word);
        if (!scope)
            throw storage_failure("reading a token of an unknown scope", 0);
        scopes.push_back(*scope);
    }
    return scopes;
}

std::vector<model::api_token> read_tokens(
    soci::session& session,
    const std::string& where,
    std::vector<sql_value> values)
{
    sql_statement select(
        session,
        "SELECT id, moderator, name, token_hash, scopes, created_at, expires_at, used_at, "
        "revoked_at FROM api_token WHERE " +
            where + " ORDER BY created_at DESC, id DESC");
    const auto& id = select.text();
    const auto& moderator = select.text();
    const auto& name = select.text();
    const auto& token_hash = select.text();
    const auto& scopes = select.text();
    const auto& created_at = select.integer();
    const auto& expires_at = select.integer();
    const auto& used_at = select.integer();
    const auto& revoked_at = select.integer();
    select.run_with(std::move(values));
    std::vector<model::api_token> found;
    while (select.next()) {
        auto& token = found.emplace_back();
        token.id = id.value;
        token.moderator = model::moderator_id(moderator.value);
        token.name = name.value;
        token.token_hash = token_hash.value;
        token.scopes = scopes_from(scopes.value);
        token.created_at = created_at.time();
        token.expires_at = expires_at.time();
        token.used_at = used_at.optional_time();
        token.revoked_at = revoked_at.optional_time();
    }
    return found;
}

}  // namespace

void sql_store::add_api_token(const model::api_token& added, const acting_moderator& by)
{
    change("adding a token", [&](soci::session& session) {
        sql_statement(
            session,
            "INSERT INTO api_token (id, moderator, name, token_hash, scopes, created_at, "
            "expires_at) VALUES (:id, :moderator, :name, :token_hash, :scopes, :created_at, "
            ":expires_at)")
            .run(
                added.id,
                added.moderator,
                added.name,
                added.token_hash,
                scopes_text(added.scopes),
                added.created_at,
                added.expires_at);
        write_account_event(
            session,
            model::account_event_kind::token_made,
            by,
            added.name,
            scopes_text(added.scopes));
    });
}

std::optional<model::api_token> sql_store::find_api_token(const std::string& token_hash)
{
    return read("reading a token", [&](soci::session& session) -> std::optional<model::api_token> {
        auto found = read_tokens(session, "token_hash = :token_hash", {token_hash});
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

std::vector<model::api_token> sql_store::api_tokens_of(const model::moderator_id& moderator)
{
    return read("listing tokens", [&](soci::session& session) {
        return read_tokens(session, "moderator = :moderator", {moderator});
    });
}

void sql_store::touch_api_token(const std::string& id, model::timestamp used_at)
{
    change("noting the use of a token", [&](soci::session& session) {
        sql_statement(session, "UPDATE api_token SET used_at = :used_at WHERE id = :id")
            .run(used_at, id);
    });
}

bool sql_store::revoke_api_token(
    const model::moderator_id& moderator,
    const std::string& id,
    const acting_moderator& by)
{
    return change("revoking a token", [&](soci::session& session) {
        const auto found = read_tokens(
            session,
            "id = :id AND moderator = :moderator AND revoked_at IS NULL",
            {id, moderator});
        if (found.empty())
            return false;
        sql_statement(session, "UPDATE api_token SET revoked_at = :now WHERE id = :id")
            .run(model::now(), id);
        write_account_event(
            session,
            model::account_event_kind::token_revoked,
            by,
            found[0].name,
            "");
        return true;
    });
}

}  // namespace rejoinder::storage
