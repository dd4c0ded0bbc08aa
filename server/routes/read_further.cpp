#include "server/routes/read_further.hpp"

#include "server/async/on_threads.hpp"
#include "server/http/error_response.hpp"
#include "server/publish/comment_json.hpp"
#include "server/routes/all_pages.hpp"
#include "server/routes/comment_pages.hpp"
#include "server/routes/site_of.hpp"
#include "server/storage/async_store.hpp"

#include <string>
#include <utility>

namespace rejoinder::routes {

namespace {

/// Answers with what `read` makes of the request.
template <class Read>
awaitable<http::response> answer_with_page(http::request request, const services& use, Read read)
{
    const auto sort = sort_asked_for(request);
    if (!sort)
        co_return http::error_response(model::refusal(model::error::invalid_request));
    storage::list_request wanted;
    wanted.story = story_of(request);
    wanted.sort = *sort;
    wanted.cursor = request.query("cursor").value_or("");
    const auto story = co_await story_or_new(wanted.story, use.store);
    auto work = [read = std::move(read), wanted = std::move(wanted)] {
        return read(wanted);
    };
    const auto page = co_await async::on_threads(use.threads, std::move(work));
    if (page.has_error())
        co_return http::error_response(page.error());
    co_return page_response(publish::page_json(story, *page));
}

}  // namespace

awaitable<http::response> read_replies(http::request request, const services& use)
{
    storage::replies_request wanted;
    wanted.story = story_of(request);
    wanted.of = model::comment_id(std::string(request.query("replies_to").value_or("")));
    wanted.cursor = request.query("cursor").value_or("");
    auto work = [&use, wanted = std::move(wanted)] {
        return use.record.list_replies(wanted);
    };
    const auto page = co_await async::on_threads(use.threads, std::move(work));
    if (page.has_error())
        co_return http::error_response(page.error());
    co_return page_response(publish::replies_json(*page));
}

awaitable<http::response> read_around(http::request request, const services& use)
{
    model::comment_id id(std::string(request.query("around").value_or("")));
    auto read = [&use, id = std::move(id)](const storage::list_request& wanted) {
        return use.record.list_around(id, wanted);
    };
    return answer_with_page(std::move(request), use, std::move(read));
}

awaitable<http::response> read_all(http::request request, const services& use)
{
    auto read = [&use](const storage::list_request& wanted) {
        return all_pages(use.record, wanted);
    };
    return answer_with_page(std::move(request), use, std::move(read));
}

}  // namespace rejoinder::routes
