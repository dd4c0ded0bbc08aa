#include "server/routes/desk_tokens.hpp"

#include "server/async/on_threads.hpp"
#include "server/auth/fresh_token.hpp"
#include "server/http/error_response.hpp"
#include "server/intake/unicode_text.hpp"
#include "server/routes/account_json.hpp"
#include "server/routes/desk_access.hpp"
#include "server/routes/json_body.hpp"
#include "server/routes/words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace rejoinder::routes {

namespace {

constexpr std::size_t token_name_max = 100;

/// Nothing where it is no list of scopes, or an empty one.
std::optional<std::vector<model::token_scope>> scopes_from(const nlohmann::json& body)
{
    std::vector<model::token_scope> scopes;
    const auto list = body.find("scopes");
    if (list == body.end() || !list->is_array())
        return std::nullopt;
    for (const auto& each : *list) {
        const auto scope =
            model::token_scope_from(each.is_string() ? each.get<std::string>() : std::string());
        if (!scope || std::ranges::find(scopes, *scope) != scopes.end())
            return std::nullopt;
        scopes.push_back(*scope);
    }
    return scopes.empty() ? std::nullopt : std::optional(scopes);
}

model::result<auth::token_order> token_order_from(const nlohmann::json& body)
{
    std::vector<model::field_error> faults;
    auth::token_order order;
    order.name = intake::tidy(text_member(body, "name"));
    if (auto fault = words_fault("name", order.name, {1, token_name_max}, "It needs a name."))
        faults.push_back(std::move(*fault));
    if (auto scopes = scopes_from(body))
        order.scopes = std::move(*scopes);
    else
        faults.push_back({"scopes", "invalid", "Of read, decide, rules and authors at least one."});
    const auto days = body.find("days");
    if (days == body.end() || !days->is_number_integer() || *days < 1 ||
        *days > auth::token_days_max)
        faults.push_back({"days", "invalid", "1 to 365 days."});
    else
        order.days = days->get<int>();
    if (!faults.empty())
        return model::refusal(model::error::invalid_account, std::move(faults));
    return order;
}

}  // namespace

awaitable<http::response> desk_list_tokens(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::own);
    if (who.has_error())
        co_return http::error_response(who.error());
    auto list = [&use, id = who->id] {
        return use.record.api_tokens_of(id);
    };
    const auto tokens = co_await async::on_threads(use.threads, std::move(list));
    nlohmann::json body = {{"tokens", nlohmann::json::array()}};
    for (const auto& each : tokens)
        body["tokens"].push_back(token_json(each));
    co_return http::json_response(http::status::ok, body);
}

awaitable<http::response> desk_make_token(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change_own);
    if (who.has_error())
        co_return http::error_response(who.error());
    nlohmann::json body;
    if (const auto read = read_json(request, body); read.has_error())
        co_return http::error_response(read.error());
    auto order = token_order_from(body);
    if (order.has_error())
        co_return http::error_response(order.error());
    order->moderator = who->id;
    const auto made = auth::fresh_token(*order);
    auto add = [&use, added = made.second, by = acting(*who)] {
        use.record.add_api_token(added, by);
    };
    co_await async::on_threads(use.threads, std::move(add));
    auto answer = token_json(made.second);
    answer["token"] = made.first;
    co_return http::json_response(http::status::created, answer);
}

awaitable<http::response> desk_revoke_token(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change_own);
    if (who.has_error())
        co_return http::error_response(who.error());
    auto revoke = [&use, id = request.path("token"), by = acting(*who)] {
        return use.record.revoke_api_token(by.id, id, by);
    };
    if (!co_await async::on_threads(use.threads, std::move(revoke)))
        co_return http::error_response(model::refusal(model::error::token_not_found));
    co_return http::empty_response();
}

}  // namespace rejoinder::routes
