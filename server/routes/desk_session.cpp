#include "server/routes/desk_session.hpp"

#include "server/async/on_threads.hpp"
#include "server/auth/coarse_agent.hpp"
#include "server/auth/cookie.hpp"
#include "server/auth/password.hpp"
#include "server/auth/sign_in_delays.hpp"
#include "server/auth/sign_in_sessions.hpp"
#include "server/http/error_response.hpp"
#include "server/intake/site.hpp"
#include "server/routes/json_body.hpp"
#include "server/routes/proofs.hpp"
#include "server/routes/words.hpp"
#include "server/storage/async_store.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <string>
#include <utility>

namespace rejoinder::routes {

namespace {

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

http::response session_response(const auth::signed_in& session, const services& use)
{
    nlohmann::json moderator = {
        {"id", session.id.str()},
        {"name", session.name},
        {"role", model::to_string(session.role)},
        {"two_factor", session.second_factor},
    };
    for (const auto& site : session.sites)
        moderator["sites"].push_back(site.str());
    auto sites = nlohmann::json::array();
    for (const auto& [id, site] : use.sites.all())
        if (may_see(session, id))
            sites.push_back(id.str());
    auto settings = nlohmann::json::parse(session.settings, nullptr, false);
    if (!settings.is_object())
        settings = nlohmann::json::object();
    const nlohmann::json body = {
        {"moderator", std::move(moderator)},
        {"csrf_token", session.csrf_token},
        {"settings", std::move(settings)},
        {"all_sites", std::move(sites)},
    };
    return http::json_response(http::status::ok, body);
}

}  // namespace

awaitable<http::response> begin_session(
    const http::request& request,
    const services& use,
    model::moderator who)
{
    auto note = [&use, by = storage::acting_moderator{who.id, who.name}] {
        use.record.note_sign_in(by);
    };
    co_await async::on_threads(use.threads, std::move(note));
    auto agent = auth::coarse_agent(request.header("User-Agent"));
    auto& sessions = *use.cores[request.core].sessions;
    const auto begun = co_await sessions.begin(std::move(who), std::move(agent));
    co_return session_response(begun.second, use)
        .with("Set-Cookie", auth::sign_in_cookie(begun.first, cookie_lifetime));
}

awaitable<http::response> desk_sign_in(http::request request, const services& use)
{
    nlohmann::json body;
    if (const auto read = read_own_json(request, body); read.has_error())
        co_return http::error_response(read.error());
    if (!body.value("name", nlohmann::json()).is_string() ||
        !body.value("password", nlohmann::json()).is_string())
        co_return http::error_response(model::refusal(model::error::invalid_request));
    auto name = text_member(body, "name");
    auto password = text_member(body, "password");
    auto code = text_member(body, "code");
    if (password.size() > auth::password_bytes_max || name.size() > auth::password_bytes_max)
        co_return http::error_response(model::refusal(model::error::wrong_credentials));

    auto& delays = *use.cores[request.core].delays;
    const auto attempt = attempt_of(request, use, name);
    if (const auto wait = co_await delays.begin(attempt))
        co_return http::error_response(model::refusal(model::error::too_many_requests, *wait));

    auto who = co_await use.store.find_moderator(name);
    auto verify = [who, password] {
        return fits(who, password);
    };
    if (!co_await async::on_threads(use.threads, std::move(verify)))
        co_return http::error_response(model::refusal(model::error::wrong_credentials));
    if (!who->sealed_secret.empty()) {
        if (code.empty()) {
            co_await delays.withdrawn(attempt);
            co_return http::error_response(model::refusal(model::error::second_factor_required));
        }
        auto spend = [&use, who, code] {
            return spend_code(use, *who, code);
        };
        if (!co_await async::on_threads(use.threads, std::move(spend)))
            co_return http::error_response(model::refusal(model::error::wrong_credentials));
    }
    co_await delays.succeeded(attempt);
    co_return co_await begin_session(request, use, std::move(*who));
}

awaitable<http::response> desk_show_session(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::read);
    if (who.has_error())
        co_return http::error_response(who.error());
    co_return session_response(*who, use);
}

awaitable<http::response> desk_sign_out(http::request request, const services& use)
{
    if (const auto token = request.cookie(auth::sign_in_cookie_name)) {
        std::string ended(*token);
        co_await use.cores[request.core].sessions->end(std::move(ended));
    }
    co_return http::empty_response().with("Set-Cookie", auth::sign_out_cookie());
}

}  // namespace rejoinder::routes
