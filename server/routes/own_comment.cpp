#include "server/routes/own_comment.hpp"

#include "server/http/error_response.hpp"
#include "server/publish/comment_json.hpp"
#include "server/publish/finding_json.hpp"
#include "server/routes/author_changes.hpp"
#include "server/routes/json_body.hpp"
#include "server/routes/site_of.hpp"
#include "server/routes/words.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace rejoinder::routes {

namespace {

using nlohmann::json;

/// The comment that the path names, for who brings its author's token from a page that may write
/// to its site.
awaitable<model::result<model::comment>> require_own_comment(
    const http::request& request,
    const services& use)
{
    const model::comment_id id(request.path("comment"));
    const std::string token(request.bearer_token().value_or(""));
    auto comment = co_await own_comment(id, token, use);
    if (comment.has_error())
        co_return comment;
    const auto* const site = use.sites.find(comment->story.site);
    if (!site || !may_write_to(request, *site))
        co_return model::refusal(model::error::origin_not_allowed);
    co_return comment;
}

http::response rejected(const text_change& change)
{
    auto body = json::parse(http::error_response(model::error::edit_rejected).body);
    body["reasons"] = publish::reasons_json(change.found);
    return http::json_response(http::status::unprocessable_entity, body)
        .with("Content-Type", "application/problem+json");
}

}  // namespace

awaitable<http::response> withdraw_own_comment(http::request request, const services& use)
{
    const auto own = co_await require_own_comment(request, use);
    if (own.has_error())
        co_return http::error_response(own.error());
    const bool erases = request.query("erase") == "1";
    co_await withdraw(
        own->id,
        erases ? storage::withdrawal::erase : storage::withdrawal::keep,
        use);
    co_return http::empty_response();
}

awaitable<http::response> edit_own_comment(http::request request, const services& use)
{
    const auto own = co_await require_own_comment(request, use);
    if (own.has_error())
        co_return http::error_response(own.error());
    json asked;
    if (const auto read = read_json(request, asked); read.has_error())
        co_return http::error_response(read.error());
    if (!asked.contains("revision") || !asked["revision"].is_number_integer())
        co_return http::error_response(model::refusal(model::error::invalid_request));
    const auto revision = asked["revision"].get<std::int64_t>();
    auto text = text_member(asked, "text");
    const auto change = co_await change_text(*own, std::move(text), revision, use);
    if (change.has_error())
        co_return http::error_response(change.error());
    if (change->rejected)
        co_return rejected(*change);
    const auto& now = change->comment;
    json body = {
        {"comment", publish::comment_json(now)},
        {"state", model::to_string(now.state)},
        {"revision", now.revision},
    };
    if (now.state != model::comment_state::published)
        body["reasons"] = publish::reasons_json(change->found);
    co_return http::json_response(http::status::ok, body);
}

}  // namespace rejoinder::routes
