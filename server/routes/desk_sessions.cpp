#include "server/routes/desk_sessions.hpp"

#include "server/async/on_threads.hpp"
#include "server/auth/cookie.hpp"
#include "server/auth/password.hpp"
#include "server/auth/sign_in_sessions.hpp"
#include "server/http/error_response.hpp"
#include "server/routes/account_json.hpp"
#include "server/routes/desk_access.hpp"
#include "server/routes/json_body.hpp"
#include "server/routes/proofs.hpp"
#include "server/routes/words.hpp"
#include "server/storage/async_store.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>

namespace rejoinder::routes {

namespace {

auth::sign_in_sessions& all_sessions(const http::request& request, const services& use)
{
    return *use.cores[request.core].sessions;
}

/// Makes a change of one's own account that ends all sessions, and keeps the current one.
awaitable<http::response> change_and_stay(
    const http::request& request,
    const services& use,
    const auth::signed_in& who,
    model::moderator_change change)
{
    auto work = [&use, change = std::move(change), by = acting(who)] {
        return use.record.change_moderator(by.id, change, by);
    };
    const auto changed = co_await async::on_threads(use.threads, std::move(work));
    if (changed.has_error())
        co_return http::error_response(changed.error());
    std::string token(request.cookie(auth::sign_in_cookie_name).value_or(""));
    const auto proved_at = changed->valid_after + std::chrono::milliseconds(1);
    co_await all_sessions(request, use).prove(std::move(token), proved_at);
    co_return http::empty_response();
}

nlohmann::json listed_session_json(const auth::listed_session& session, const std::string& current)
{
    return {
        {"id", session.id},
        {"began_at", model::to_rfc3339(session.began_at)},
        {"used_at", model::to_rfc3339(session.used_at)},
        {"agent", session.agent},
        {"current", session.id == current},
    };
}

}  // namespace

awaitable<http::response> desk_list_sessions(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::own);
    if (who.has_error())
        co_return http::error_response(who.error());
    const auto now = co_await use.store.find_moderator(who->name);
    const auto valid_after = now ? now->valid_after : model::now();
    const auto sessions = co_await all_sessions(request, use).list(who->id, valid_after);
    nlohmann::json body = {{"sessions", nlohmann::json::array()}};
    for (const auto& each : sessions)
        body["sessions"].push_back(listed_session_json(each, who->session_id));
    co_return http::json_response(http::status::ok, body);
}

awaitable<http::response> desk_end_sessions(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change_own);
    if (who.has_error())
        co_return http::error_response(who.error());
    model::moderator_change change;
    change.sessions_end = true;
    co_return co_await change_and_stay(request, use, *who, std::move(change));
}

awaitable<http::response> desk_end_session(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change_own);
    if (who.has_error())
        co_return http::error_response(who.error());
    auto id = request.path("session");
    if (!co_await all_sessions(request, use).end_one(who->id, std::move(id)))
        co_return http::error_response(model::refusal(model::error::session_not_found));
    auto note = [&use, by = acting(*who)] {
        using kind = model::account_event_kind;
        use.record.note_account_event(kind::sessions_ended, by, by.name, "");
    };
    co_await async::on_threads(use.threads, std::move(note));
    co_return http::empty_response();
}

awaitable<http::response> desk_change_password(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change_own);
    if (who.has_error())
        co_return http::error_response(who.error());
    nlohmann::json body;
    if (const auto read = read_json(request, body); read.has_error())
        co_return http::error_response(read.error());
    const auto fresh = text_member(body, "new");
    if (!auth::fits_as_password(fresh))
        co_return http::error_response(password_refusal("new", fresh));
    auto old = text_member(body, "old");
    const auto proved = co_await require_password(request, use, *who, std::move(old));
    if (proved.has_error())
        co_return http::error_response(proved.error());
    auto hash = [fresh] {
        return auth::hash_password(fresh);
    };
    model::moderator_change change;
    change.password_hash = co_await async::on_threads(use.threads, std::move(hash));
    co_return co_await change_and_stay(request, use, *who, std::move(change));
}

}  // namespace rejoinder::routes
