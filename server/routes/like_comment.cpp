#include "server/routes/like_comment.hpp"

#include "server/async/on_threads.hpp"
#include "server/http/error_response.hpp"
#include "server/privacy/pseudonyms.hpp"
#include "server/publish/outbox_relay.hpp"
#include "server/queue/reader_limits.hpp"
#include "server/routes/json_body.hpp"
#include "server/routes/site_of.hpp"
#include "server/routes/words.hpp"
#include "server/storage/async_store.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace rejoinder::routes {

namespace {

constexpr std::size_t reader_min = 16;
constexpr std::size_t reader_max = 64;

/// By one client: a household, or many behind one address of a mobile network.
constexpr queue::rate_limit likes_hourly{300, std::chrono::hours(1)};

bool is_reader(std::string_view word)
{
    const auto allowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               c == '_' || c == '-';
    };
    return word.size() >= reader_min && word.size() <= reader_max &&
           std::ranges::all_of(word, allowed);
}

awaitable<http::response> set_like(http::request request, const services& use, bool likes)
{
    nlohmann::json asked;
    if (const auto read = read_json(request, asked); read.has_error())
        co_return http::error_response(read.error());
    const auto reader = text_member(asked, "reader");
    if (!is_reader(reader))
        co_return http::error_response(model::refusal(model::error::invalid_request));
    auto client = use.hashes.of_client(request.client.reveal());
    auto* const limits = use.cores.at(request.core).limits;
    if (const auto wait = co_await limits->charge("likes", std::move(client), likes_hourly))
        co_return http::error_response(model::refusal(model::error::too_many_requests, *wait));
    const model::comment_id id(request.path("comment"));
    const auto comment = co_await use.store.find_comment(id);
    if (!comment || comment->state != model::comment_state::published)
        co_return http::error_response(model::refusal(model::error::comment_not_found));
    const auto* const site = use.sites.find(comment->story.site);
    if (!site || !may_write_to(request, *site))
        co_return http::error_response(model::refusal(model::error::origin_not_allowed));
    auto work = [&use, id, liker = use.hashes.of_parts({"like", id.str(), reader}), likes] {
        return use.record.set_like(id, liker, likes);
    };
    const auto count = co_await async::on_threads(use.threads, std::move(work));
    if (!count)
        co_return http::error_response(model::refusal(model::error::comment_not_found));
    use.relay.notify();
    const nlohmann::json body = {{"likes", *count}};
    co_return http::json_response(http::status::ok, body);
}

}  // namespace

awaitable<http::response> like_comment(http::request request, const services& use)
{
    return set_like(std::move(request), use, true);
}

awaitable<http::response> unlike_comment(http::request request, const services& use)
{
    return set_like(std::move(request), use, false);
}

}  // namespace rejoinder::routes
