#include "server/routes/desk_users.hpp"

#include "server/async/on_threads.hpp"
#include "server/http/error_response.hpp"
#include "server/routes/account_json.hpp"
#include "server/routes/desk_access.hpp"
#include "server/routes/json_body.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace rejoinder::routes {

namespace {

model::result<model::moderator_change> account_change_from(
    const nlohmann::json& body,
    const intake::site_directory& sites)
{
    const auto rights = rights_from(body, sites);
    if (rights.has_error())
        return rights.error();
    model::moderator_change change;
    change.role = rights->role;
    change.sites = rights->sites;
    if (const auto disabled = body.find("disabled"); disabled != body.end()) {
        if (!disabled->is_boolean())
            return model::refusal(model::error::invalid_request);
        change.disabled = disabled->get<bool>();
    }
    if (const auto factor = body.find("two_factor"); factor != body.end()) {
        if (*factor != nlohmann::json(false))  // On it is put by its moderator alone.
            return model::refusal(model::error::invalid_request);
        change.second_factor_off = true;
    }
    return change;
}

nlohmann::json users_json(storage::store& record)
{
    auto users = nlohmann::json::array();
    for (const auto& each : record.list_moderators())
        users.push_back(account_json(each));
    auto invitations = nlohmann::json::array();
    for (const auto& each : record.standing_invitations())
        invitations.push_back(invitation_json(each));
    return {{"users", std::move(users)}, {"invitations", std::move(invitations)}};
}

}  // namespace

awaitable<http::response> desk_list_users(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::accounts);
    if (who.has_error())
        co_return http::error_response(who.error());
    auto list = [&use] {
        return users_json(use.record);
    };
    const auto body = co_await async::on_threads(use.threads, std::move(list));
    co_return http::json_response(http::status::ok, body);
}

awaitable<http::response> desk_change_user(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change_accounts);
    if (who.has_error())
        co_return http::error_response(who.error());
    nlohmann::json body;
    if (const auto read = read_json(request, body); read.has_error())
        co_return http::error_response(read.error());
    const auto change = account_change_from(body, use.sites);
    if (change.has_error())
        co_return http::error_response(change.error());
    auto work = [&use, id = request.path("user"), wanted = *change, by = acting(*who)] {
        return use.record.change_moderator(model::moderator_id(id), wanted, by);
    };
    const auto changed = co_await async::on_threads(use.threads, std::move(work));
    if (changed.has_error())
        co_return http::error_response(changed.error());
    const auto answer = account_json(*changed);
    co_return http::json_response(http::status::ok, answer);
}

}  // namespace rejoinder::routes
