#include "server/routes/list_comments.hpp"

#include "server/http/entity_tag.hpp"
#include "server/http/error_response.hpp"
#include "server/publish/comment_json.hpp"
#include "server/publish/snapshot_cache.hpp"
#include "server/routes/site_of.hpp"
#include "server/storage/async_store.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace rejoinder::routes {

namespace {

std::optional<storage::sort_order> sort_from(std::optional<std::string_view> word)
{
    if (!word || *word == "oldest")
        return storage::sort_order::oldest;
    if (*word == "newest")
        return storage::sort_order::newest;
    if (*word == "top")
        return storage::sort_order::top;
    return std::nullopt;
}

/// What is asked of each other cache: keep it, and ask whether it still holds.
constexpr const char* revalidate = "public, max-age=0, must-revalidate";

http::response page_response(std::string body, std::string tag)
{
    return http::response(http::status::ok, "application/json", std::move(body))
        .with("Cache-Control", revalidate)
        .with("ETag", std::move(tag));
}

awaitable<model::story> story_or_new(model::story_key key, storage::async_store& store)
{
    auto found = co_await store.find_story(key);
    if (found)
        co_return std::move(*found);
    model::story fresh;
    fresh.key = std::move(key);
    co_return fresh;
}

}  // namespace

awaitable<http::response> list_comments(http::request request, const services& use)
{
    if (!site_of(request, use))
        co_return http::error_response(model::refusal(model::error::site_not_found));
    const auto sort = sort_from(request.query("sort"));
    if (!sort)
        co_return http::error_response(model::refusal(model::error::invalid_request));

    const auto key = story_of(request);
    const auto cursor = request.query("cursor").value_or("");
    if (cursor.empty() && *sort == storage::sort_order::oldest) {
        const auto page = co_await use.snapshots.get(key);
        co_return http::response(http::answer_of(
            page,
            request.header("Accept-Encoding"),
            request.header("If-None-Match")));
    }

    storage::list_request wanted;
    wanted.story = key;
    wanted.sort = *sort;
    wanted.cursor = cursor;
    const auto story = co_await story_or_new(key, use.store);
    const auto page = co_await use.store.list_published(std::move(wanted));
    if (page.has_error())
        co_return http::error_response(page.error());
    auto body = publish::page_json(story, page->comments, page->next);
    auto tag = http::entity_tag(body);
    co_return page_response(std::move(body), std::move(tag));
}

awaitable<publish::shared_snapshot> render_first_page(
    model::story_key key,
    storage::async_store& store)
{
    storage::list_request wanted;
    wanted.story = key;
    const auto story = co_await story_or_new(key, store);
    const auto page = co_await store.list_published(std::move(wanted));
    const auto body = publish::page_json(story, page.value().comments, page.value().next);
    http::header_list headers;
    headers.add("Content-Type", "application/json");
    headers.add("Cache-Control", revalidate);
    headers.add("Vary", "Origin");  // Where the session writes it, nobody else says so.
    co_return std::make_shared<const http::page_answers>(std::move(headers), body);
}

}  // namespace rejoinder::routes
