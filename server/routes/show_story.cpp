#include "server/routes/show_story.hpp"

#include "server/http/entity_tag.hpp"
#include "server/http/error_response.hpp"
#include "server/intake/validator.hpp"
#include "server/model/time.hpp"
#include "server/privacy/tokens.hpp"
#include "server/publish/comment_json.hpp"
#include "server/routes/moderation_notice.hpp"
#include "server/routes/site_of.hpp"
#include "server/storage/async_store.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace rejoinder::routes {

namespace {

constexpr std::size_t stories_max = 100;

}  // namespace

awaitable<http::response> show_story(http::request request, const services& use)
{
    const auto* const site = site_of(request, use);
    if (!site)
        co_return http::error_response(model::refusal(model::error::site_not_found));
    const auto key = story_of(request);
    auto story = co_await use.store.find_story(key);
    auto notice = co_await moderation_notice(key, story, use);
    if (!story) {
        story.emplace();
        story->key = key;
    }
    nlohmann::json body = {
        {"story", publish::story_json(*story)},
        {"form",
         {{"required", {"name", "email"}},
          {"text_max", use.validator.settings().text_max},
          {"edit_window_s", site->edit_window.count()},
          {"token", use.tokens.for_form(key, model::now())}}},
    };
    body["form"].update(notice);
    co_return http::json_response(http::status::ok, body);
}

awaitable<http::response> show_counts(http::request request, const services& use)
{
    const auto* site = site_of(request, use);
    if (!site)
        co_return http::error_response(model::refusal(model::error::site_not_found));
    std::vector<model::story_id> stories;
    for (const auto story : request.query_all("story"))
        stories.emplace_back(std::string(story));
    if (stories.empty() || stories.size() > stories_max)
        co_return http::error_response(model::refusal(model::error::invalid_request));

    const auto counts = co_await use.store.published_counts(site->id, stories);
    nlohmann::json by_story = nlohmann::json::object();
    for (std::size_t i = 0; i < stories.size(); ++i)
        by_story[stories[i].str()] = counts[i];
    nlohmann::json body = {{"counts", std::move(by_story)}};
    auto answer = http::json_response(http::status::ok, body);
    answer.headers.set("Cache-Control", "public, max-age=10");
    answer.headers.set("ETag", http::entity_tag(answer.body));
    co_return answer;
}

}  // namespace rejoinder::routes
