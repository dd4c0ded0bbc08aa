#include "server/routes/desk_comments.hpp"

#include "server/async/on_threads.hpp"
#include "server/http/error_response.hpp"
#include "server/publish/finding_json.hpp"
#include "server/routes/desk_json.hpp"
#include "server/routes/desk_session.hpp"
#include "server/storage/async_store.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

namespace rejoinder::routes {

namespace {

using nlohmann::json;

constexpr int limit_max = 200;
constexpr std::size_t search_bytes_max = 200;

/// A moment, or the beginning of a day in UTC.
std::optional<model::timestamp> time_of(std::string_view text)
{
    const auto moment = model::from_rfc3339(text);
    return moment || text.size() > 10 ? moment : model::day_of_rfc3339(text);
}

model::result<storage::desk_request> desk_request_from(const http::request& request)
{
    storage::desk_request wanted;
    if (const auto state = request.query("state"); state && *state != "all") {
        wanted.state = model::comment_state_from(*state);
        if (!wanted.state)
            return model::refusal(model::error::invalid_request);
    }
    wanted.site = request.query("site").value_or("");
    wanted.story = request.query("story").value_or("");
    wanted.reason = request.query("reason").value_or("");
    if (const auto reported = request.query("reported")) {
        if (*reported != "1")
            return model::refusal(model::error::invalid_request);
        wanted.reported = true;
    }
    wanted.author = request.query("author").value_or("");
    wanted.section = request.query("section").value_or("");
    wanted.text = request.query("text").value_or("");
    if (wanted.text.size() > search_bytes_max)
        return model::refusal(model::error::invalid_request);
    for (const auto& [name, time] :
         {std::pair("since", &wanted.since), std::pair("until", &wanted.until)})
        if (const auto text = request.query(name)) {
            *time = time_of(*text);
            if (!*time)
                return model::refusal(model::error::invalid_request);
        }
    wanted.cursor = request.query("cursor").value_or("");
    if (const auto sort = request.query("sort"); sort && *sort != "oldest") {
        if (*sort != "newest" && *sort != "reports")
            return model::refusal(model::error::invalid_request);
        wanted.sort = *sort == "newest" ? storage::sort_order::newest : storage::sort_order::top;
    }
    if (const auto limit = request.query("limit")) {
        const auto* const end = limit->data() + limit->size();
        const auto read = std::from_chars(limit->data(), end, wanted.limit);
        if (read.ec != std::errc() || read.ptr != end || wanted.limit < 1)
            return model::refusal(model::error::invalid_request);
        wanted.limit = std::min(wanted.limit, limit_max);
    }
    return wanted;
}

json states_json(const storage::state_counts& counts)
{
    return {
        {"pending", counts.pending},
        {"published", counts.published},
        {"rejected", counts.rejected},
        {"reported", counts.reported},
        {"spam", counts.spam},
    };
}

}  // namespace

awaitable<http::response> desk_list_comments(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::read);
    if (who.has_error())
        co_return http::error_response(who.error());
    auto wanted = desk_request_from(request);
    if (wanted.has_error())
        co_return http::error_response(wanted.error());

    const auto site = wanted->site;
    const auto page = co_await use.store.list_for_desk(std::move(*wanted));
    if (page.has_error())
        co_return http::error_response(page.error());
    const auto counts = co_await use.store.counts(site);
    auto count = [&use, site] {
        return use.record.pending_by_reason(site);
    };
    const auto reasons = co_await async::on_threads(use.threads, std::move(count));

    json comments = json::array();
    for (const auto& entry : page->comments)
        comments.push_back(desk_comment_json(entry));
    const json body = {
        {"comments", std::move(comments)},
        {"next", page->next.empty() ? json(nullptr) : json(page->next)},
        {"counts", states_json(counts)},
        {"reasons", reasons},
    };
    co_return http::json_response(http::status::ok, body);
}

awaitable<http::response> desk_show_comment(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::read);
    if (who.has_error())
        co_return http::error_response(who.error());
    const model::comment_id id(request.path("comment"));
    const auto entry = co_await use.store.find_for_desk(id);
    if (!entry)
        co_return http::error_response(model::refusal(model::error::comment_not_found));

    auto body = desk_comment_json(*entry);
    body["history"] = json::array();
    for (const auto& event : co_await use.store.history_of(id))
        body["history"].push_back(history_json(event));
    auto reports = [&use, id] {
        return use.record.reports_of(id);
    };
    body["reports"] = reports_json(co_await async::on_threads(use.threads, std::move(reports)));
    auto rules = [&use, version = entry->comment.verdict.rule_set] {
        return use.record.filters_of_rule_set(version);
    };
    const auto filters = co_await async::on_threads(use.threads, std::move(rules));
    body["filters"] = filters_json(entry->comment.verdict, filters);
    body["for_author"] = publish::reasons_json(entry->comment.verdict.found);
    co_return http::json_response(http::status::ok, body);
}

}  // namespace rejoinder::routes
