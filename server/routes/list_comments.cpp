#include "server/routes/list_comments.hpp"

#include "server/http/error_response.hpp"
#include "server/publish/comment_json.hpp"
#include "server/publish/snapshot_cache.hpp"
#include "server/routes/comment_pages.hpp"
#include "server/routes/read_further.hpp"
#include "server/routes/site_of.hpp"
#include "server/storage/async_store.hpp"

#include <memory>
#include <string>
#include <utility>

namespace rejoinder::routes {

awaitable<http::response> list_comments(http::request request, const services& use)
{
    if (!site_of(request, use))
        co_return http::error_response(model::refusal(model::error::site_not_found));
    if (request.query("replies_to"))
        co_return co_await read_replies(std::move(request), use);
    if (request.query("around"))
        co_return co_await read_around(std::move(request), use);
    if (request.query("all") == "1")
        co_return co_await read_all(std::move(request), use);
    const auto sort = sort_asked_for(request);
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
    co_return page_response(publish::page_json(story, *page));
}

awaitable<publish::shared_snapshot> render_first_page(
    model::story_key key,
    storage::async_store& store)
{
    storage::list_request wanted;
    wanted.story = key;
    const auto story = co_await story_or_new(key, store);
    const auto page = co_await store.list_published(std::move(wanted));
    const auto body = publish::page_json(story, page.value());
    http::header_list headers;
    headers.add("Content-Type", "application/json");
    headers.add("Cache-Control", revalidate);
    headers.add("Vary", "Origin");  // Where the session writes it, nobody else says so.
    co_return std::make_shared<const http::page_answers>(std::move(headers), body);
}

}  // namespace rejoinder::routes
