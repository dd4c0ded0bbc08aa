#include "server/routes/desk_access.hpp"

#include "server/async/on_threads.hpp"
#include "server/auth/cookie.hpp"
#include "server/auth/sign_in_sessions.hpp"
#include "server/privacy/random_token.hpp"
#include "server/storage/async_store.hpp"

#include <chrono>
#include <string>
#include <utility>

namespace rejoinder::routes {

namespace {

using look = auth::sign_in_sessions::look;

/// How exactly the last use of a token is known.
constexpr std::chrono::minutes token_use_grain{1};

/// What a token needs; nothing where tokens are not taken.
std::optional<model::token_scope> scope_of(desk_access access)
{
    switch (access) {
    case desk_access::read:
        return model::token_scope::read;
    case desk_access::change:
        return model::token_scope::decide;
    case desk_access::try_rules:
    case desk_access::change_rules:
        return model::token_scope::rules;
    case desk_access::change_authors:
        return model::token_scope::authors;
    case desk_access::own:
    case desk_access::change_own:
    case desk_access::accounts:
    case desk_access::change_accounts:
        break;
    }
    return std::nullopt;
}

bool is_change(desk_access access)
{
    return access != desk_access::read && access != desk_access::own &&
           access != desk_access::accounts;
}

bool role_allows(const auth::signed_in& who, desk_access access)
{
    switch (access) {
    case desk_access::read:
    case desk_access::own:
    case desk_access::change_own:
        return true;
    case desk_access::change:
    case desk_access::try_rules:
    case desk_access::change_authors:
        return who.role != model::moderator_role::viewer;
    case desk_access::change_rules:
        return who.role != model::moderator_role::viewer && who.sites.empty();
    case desk_access::accounts:
    case desk_access::change_accounts:
        return who.role == model::moderator_role::admin && who.sites.empty();
    }
    return false;
}

/// What a moderator may do is as it is now, whenever they signed in.
void bring_up_to_date(auth::signed_in& who, const model::moderator& now)
{
    who.role = now.role;
    who.sites = now.sites;
    who.second_factor = !now.sealed_secret.empty();
    who.settings = now.settings;
}

/// Blocking.
std::optional<auth::signed_in> holder_of(storage::store& record, const std::string& bearer)
{
    const auto token = record.find_api_token(privacy::hash_of_token(bearer));
    const auto at = model::now();
    if (!token || token->revoked_at || token->expires_at <= at)
        return std::nullopt;
    const auto owner = record.find_moderator(token->moderator);
    if (!owner || owner->disabled)
        return std::nullopt;
    if (!token->used_at || *token->used_at + token_use_grain < at)
        record.touch_api_token(token->id, at);
    auth::signed_in who;
    who.id = owner->id;
    who.name = owner->name;
    who.scopes = token->scopes;
    bring_up_to_date(who, *owner);
    return who;
}

awaitable<std::optional<auth::signed_in>> holder_of_session(
    const http::request& request,
    const services& use,
    look how)
{
    const auto token = request.cookie(auth::sign_in_cookie_name);
    if (!token || token->empty())
        co_return std::nullopt;
    std::string asked(*token);
    auto who = co_await use.cores[request.core].sessions->find(std::move(asked), how);
    if (!who)
        co_return std::nullopt;
    const auto now = co_await use.store.find_moderator(who->name);
    if (!now || now->id != who->id || now->disabled || who->proved_at <= now->valid_after)
        co_return std::nullopt;
    bring_up_to_date(*who, *now);
    co_return who;
}

/// A token goes before a session that is brought along.
awaitable<std::optional<auth::signed_in>> who_asks(
    const http::request& request,
    const services& use,
    look how)
{
    const auto bearer = request.bearer_token();
    if (!bearer)
        co_return co_await holder_of_session(request, use, how);
    auto find = [&use, token = std::string(*bearer)] {
        return holder_of(use.record, token);
    };
    co_return co_await async::on_threads(use.threads, std::move(find));
}

}  // namespace

awaitable<model::result<auth::signed_in>> require_signed_in(
    const http::request& request,
    const services& use,
    desk_access access)
{
    auto who = co_await who_asks(request, use, look::use);
    if (!who)
        co_return model::refusal(model::error::not_signed_in);
    if (who->scopes) {
        const auto scope = scope_of(access);
        if (!scope || !who->includes(*scope))
            co_return model::refusal(model::error::not_allowed);
    } else if (
        is_change(access) && !auth::same_token(request.header("X-CSRF-Token"), who->csrf_token)) {
        co_return model::refusal(model::error::csrf_token_wrong);
    }
    if (!role_allows(*who, access))
        co_return model::refusal(model::error::not_allowed);
    co_return std::move(*who);
}

awaitable<bool> is_still_signed_in(const http::request& request, const services& use)
{
    const auto who = co_await who_asks(request, use, look::glance);
    co_return who.has_value() && who->includes(model::token_scope::read);
}

bool may_see(const auth::signed_in& who, const model::site_id& site)
{
    return model::covers(who.sites, site);
}

storage::acting_moderator acting(const auth::signed_in& who)
{
    return {who.id, who.name, who.sites};
}

}  // namespace rejoinder::routes
