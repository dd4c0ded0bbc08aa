#include "server/routes/show_comment.hpp"

#include "server/http/error_response.hpp"
#include "server/privacy/tokens.hpp"
#include "server/publish/comment_json.hpp"
#include "server/publish/finding_json.hpp"
#include "server/routes/author_changes.hpp"
#include "server/storage/async_store.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace rejoinder::routes {

namespace {

nlohmann::json story_reference(
    const model::story_key& key,
    const std::optional<model::story>& story)
{
    nlohmann::json reference = {{"site", key.site.str()}, {"id", key.story.str()}};
    if (story)
        reference["url"] = story->url;
    return reference;
}

}  // namespace

awaitable<http::response> show_comment(http::request request, const services& use)
{
    const model::comment_id id(request.path("comment"));
    if (!model::is_uuid(id.str()))
        co_return http::error_response(model::refusal(model::error::comment_not_found));
    const auto token = request.bearer_token();
    const bool by_author = token && use.tokens.is_author(id, *token);

    const auto comment = co_await use.store.find_comment(id);
    const bool is_public = comment && comment->state == model::comment_state::published;
    if (!comment && by_author) {
        const nlohmann::json waiting = {{"id", id.str()}, {"state", "submitted"}};
        co_return http::json_response(http::status::ok, waiting);
    }
    if (!comment || (!is_public && !by_author))
        co_return http::error_response(model::refusal(model::error::comment_not_found));

    const auto story = co_await use.store.find_story(comment->story);
    nlohmann::json body = {
        {"comment", publish::comment_json(*comment)},
        {"state", model::to_string(comment->state)},
        {"story", story_reference(comment->story, story)},
    };
    if (by_author) {
        body["text"] = comment->text;
        body["revision"] = comment->revision;
        if (const auto* const site = use.sites.find(comment->story.site))
            body["editable_until"] = model::to_rfc3339(editable_until(*comment, *site));
    }
    if (!is_public)
        body["reasons"] = publish::reasons_json(comment->verdict.found);
    co_return http::json_response(http::status::ok, body);
}

}  // namespace rejoinder::routes
