#include "server/routes/desk_invitations.hpp"

#include "server/async/on_threads.hpp"
#include "server/auth/moderator_name.hpp"
#include "server/auth/password.hpp"
#include "server/http/error_response.hpp"
#include "server/privacy/random_token.hpp"
#include "server/routes/account_json.hpp"
#include "server/routes/desk_access.hpp"
#include "server/routes/desk_session.hpp"
#include "server/routes/json_body.hpp"
#include "server/routes/words.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace rejoinder::routes {

namespace {

/// Name, role and sites of the body.
model::result<model::invitation> invitation_from(
    const nlohmann::json& body,
    const intake::site_directory& sites)
{
    auto rights = rights_from(body, sites);
    if (rights.has_error())
        return rights.error();
    model::invitation invitation;
    invitation.name = text_member(body, "name");
    if (!auth::fits_as_moderator_name(invitation.name))
        return model::refusal(
            model::error::invalid_account,
            {{"name", "invalid", "A name of 1 to 64 bytes."}});
    invitation.role = rights->role.value_or(invitation.role);
    invitation.sites = rights->sites.value_or(model::site_list());
    return invitation;
}

/// Blocking: hashes the password, but only for an invitation that stands.
model::result<model::moderator> accept(
    storage::store& record,
    const std::string& token,
    const std::string& password)
{
    const auto hash = privacy::hash_of_token(token);
    if (!record.find_invitation(hash))
        return model::refusal(model::error::invitation_not_found);
    if (!auth::fits_as_password(password))
        return password_refusal("password", password);
    model::moderator fresh;
    fresh.id = model::new_moderator_id();
    fresh.password_hash = auth::hash_password(password);
    fresh.created_at = model::now();
    return record.accept_invitation(hash, std::move(fresh));
}

}  // namespace

awaitable<http::response> desk_invite(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change_accounts);
    if (who.has_error())
        co_return http::error_response(who.error());
    nlohmann::json body;
    if (const auto read = read_json(request, body); read.has_error())
        co_return http::error_response(read.error());
    auto invitation = invitation_from(body, use.sites);
    if (invitation.has_error())
        co_return http::error_response(invitation.error());
    const auto token = privacy::random_token();
    invitation->id = model::new_uuid();
    invitation->token_hash = privacy::hash_of_token(token);
    invitation->by = who->name;
    invitation->by_id = who->id;
    invitation->created_at = model::now();
    invitation->expires_at = invitation->created_at + model::invitation::lifetime;
    auto add = [&use, added = *invitation, by = acting(*who)] {
        return use.record.add_invitation(added, by);
    };
    const auto added = co_await async::on_threads(use.threads, std::move(add));
    if (added.has_error())
        co_return http::error_response(added.error());
    auto answer = invitation_json(*invitation);
    answer["link"] = request.own_origin() + "/desk/?invitation=" + token;
    co_return http::json_response(http::status::created, answer);
}

awaitable<http::response> desk_revoke_invitation(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change_accounts);
    if (who.has_error())
        co_return http::error_response(who.error());
    auto revoke = [&use, id = request.path("invitation"), by = acting(*who)] {
        return use.record.revoke_invitation(id, by);
    };
    if (!co_await async::on_threads(use.threads, std::move(revoke)))
        co_return http::error_response(model::refusal(model::error::invitation_not_found));
    co_return http::empty_response();
}

awaitable<http::response> desk_show_invitation(http::request request, const services& use)
{
    nlohmann::json body;
    if (const auto read = read_own_json(request, body); read.has_error())
        co_return http::error_response(read.error());
    auto find = [&use, token = text_member(body, "token")] {
        return use.record.find_invitation(privacy::hash_of_token(token));
    };
    const auto found = co_await async::on_threads(use.threads, std::move(find));
    if (!found)
        co_return http::error_response(model::refusal(model::error::invitation_not_found));
    nlohmann::json answer = {{"name", found->name}, {"role", model::to_string(found->role)}};
    if (!found->by_id.empty())
        answer["by"] = found->by;
    add_sites(answer, found->sites);
    co_return http::json_response(http::status::ok, answer);
}

awaitable<http::response> desk_accept_invitation(http::request request, const services& use)
{
    nlohmann::json body;
    if (const auto read = read_own_json(request, body); read.has_error())
        co_return http::error_response(read.error());
    auto work =
        [&use, token = text_member(body, "token"), password = text_member(body, "password")] {
            return accept(use.record, token, password);
        };
    auto added = co_await async::on_threads(use.threads, std::move(work));
    if (added.has_error())
        co_return http::error_response(added.error());
    co_return co_await begin_session(request, use, std::move(*added));
}

}  // namespace rejoinder::routes
