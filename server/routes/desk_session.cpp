#include "server/routes/desk_session.hpp"

#include "server/async/on_threads.hpp"
#include "server/auth/cookie.hpp"
#include "server/auth/password.hpp"
#include "server/http/error_response.hpp"
#include "server/privacy/pseudonyms.hpp"
#include "server/storage/async_store.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <string>
#include <utility>

namespace rejoinder::routes {

namespace {

using auth::sign_in_sessions;

constexpr std::chrono::hours cookie_lifetime{12};

/// What a wrong name is verified against, so that it takes as long as a wrong password.
const std::string& decoy_hash()
{
    static const std::string hash = auth::hash_password("nobody's password");
    return hash;
}

bool fits(const std::optional<model::moderator>& who, const std::string& password)
{
    const bool right = auth::verify_password(who ? who->password_hash : decoy_hash(), password);
    return right && who && !who->disabled;
}

http::response session_response(const auth::signed_in& session)
{
    const nlohmann::json body = {
        {"moderator",
         {{"id", session.id.str()},
          {"name", session.name},
          {"role", model::to_string(session.role)}}},
        {"csrf_token", session.csrf_token},
    };
    return http::json_response(http::status::ok, body);
}

sign_in_sessions& sessions_of(const http::request& request, const services& use)
{
    return *use.cores[request.core].sessions;
}

}  // namespace

awaitable<http::response> desk_sign_in(http::request request, const services& use)
{
    if (request.content_type() != "application/json")
        co_return http::error_response(model::refusal(model::error::unsupported_media_type));
    const auto origin = request.header("Origin");
    if (!origin.empty() && origin != request.own_origin())
        co_return http::error_response(model::refusal(model::error::origin_not_allowed));
    const auto body = nlohmann::json::parse(request.body, nullptr, false);
    if (!body.is_object() || !body.value("name", nlohmann::json()).is_string() ||
        !body.value("password", nlohmann::json()).is_string())
        co_return http::error_response(model::refusal(model::error::invalid_request));
    auto name = body.at("name").get<std::string>();
    auto password = body.at("password").get<std::string>();
    if (password.size() > auth::password_bytes_max || name.size() > auth::password_bytes_max)
        co_return http::error_response(model::refusal(model::error::wrong_credentials));

    auto& sessions = sessions_of(request, use);
    const auto name_hash = use.hashes.of_parts({"sign-in", name});
    const auto network = use.hashes.of_network(request.client.reveal()).str();
    const auto wait = co_await sessions.blocked(name_hash, network, sign_in_sessions::outcome::ask);
    if (wait)
        co_return http::error_response(model::refusal(model::error::too_many_requests, *wait));

    auto who = co_await use.store.find_moderator(name);
    auto verify = [who, password] {
        return fits(who, password);
    };
    const bool right = co_await async::on_threads(use.threads, std::move(verify));
    if (!right) {
        co_await sessions.blocked(name_hash, network, sign_in_sessions::outcome::failed);
        co_return http::error_response(model::refusal(model::error::wrong_credentials));
    }
    const auto begun = co_await sessions.begin(std::move(*who));
    co_return session_response(begun.second)
        .with("Set-Cookie", auth::sign_in_cookie(begun.first, cookie_lifetime));
}

awaitable<http::response> desk_show_session(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::read);
    if (who.has_error())
        co_return http::error_response(who.error());
    co_return session_response(*who);
}

awaitable<http::response> desk_sign_out(http::request request, const services& use)
{
    if (const auto token = request.cookie(auth::sign_in_cookie_name)) {
        std::string ended(*token);
        co_await sessions_of(request, use).end(std::move(ended));
    }
    co_return http::empty_response().with("Set-Cookie", auth::sign_out_cookie());
}

storage::acting_moderator acting(const auth::signed_in& who)
{
    return {who.id, who.name};
}

awaitable<model::result<auth::signed_in>> require_signed_in(
    const http::request& request,
    const services& use,
    desk_access access)
{
    const auto token = request.cookie(auth::sign_in_cookie_name);
    if (!token || token->empty())
        co_return model::refusal(model::error::not_signed_in);
    std::string asked(*token);
    auto who = co_await sessions_of(request, use).find(std::move(asked));
    if (!who)
        co_return model::refusal(model::error::not_signed_in);
    // A session outlives a change of its moderator; what it may do does not.
    const auto now = co_await use.store.find_moderator(who->name);
    if (!now || now->id != who->id || now->disabled)
        co_return model::refusal(model::error::not_signed_in);
    who->role = now->role;
    if (access == desk_access::change) {
        if (!auth::same_token(request.header("X-CSRF-Token"), who->csrf_token))
            co_return model::refusal(model::error::csrf_token_wrong);
        if (who->role == model::moderator_role::viewer)
            co_return model::refusal(model::error::not_allowed);
    }
    co_return std::move(*who);
}

}  // namespace rejoinder::routes
