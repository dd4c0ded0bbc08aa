#include "server/routes/comment_pages.hpp"

#include "server/http/entity_tag.hpp"
#include "server/storage/async_store.hpp"

#include <utility>

namespace rejoinder::routes {

std::optional<storage::sort_order> sort_asked_for(const http::request& request)
{
    const auto word = request.query("sort");
    if (!word || *word == "oldest")
        return storage::sort_order::oldest;
    if (*word == "newest")
        return storage::sort_order::newest;
    if (*word == "top")
        return storage::sort_order::top;
    return std::nullopt;
}

http::response page_response(std::string body)
{
    auto tag = http::entity_tag(body);
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

}  // namespace rejoinder::routes
