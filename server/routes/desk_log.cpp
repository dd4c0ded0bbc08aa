#include "server/routes/desk_log.hpp"

#include "server/async/on_threads.hpp"
#include "server/http/error_response.hpp"
#include "server/routes/csv.hpp"
#include "server/routes/desk_query.hpp"
#include "server/routes/desk_session.hpp"
#include "server/storage/store.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace rejoinder::routes {

namespace {

using nlohmann::json;

constexpr int log_limit_max = 200;
constexpr int csv_rows_max = 50'000;

std::optional<storage::log_request> log_request_from(const http::request& request)
{
    storage::log_request wanted;
    if (const auto site = request.query("site"); site && !site->empty())
        wanted.sites.emplace_back(*site);
    wanted.actor = request.query("actor").value_or("");
    wanted.kinds = listed(request.query("kind").value_or(""));
    wanted.cursor = request.query("cursor").value_or("");
    const bool fits = read_time(request, "since", wanted.since) &&
                      read_time(request, "until", wanted.until) &&
                      read_limit(request, log_limit_max, wanted.limit) && wanted.kinds.size() <= 50;
    return fits ? std::optional(wanted) : std::nullopt;
}

/// What the subject of an entry of this kind is called.
const char* subject_name(const storage::log_entry& entry)
{
    if (entry.id.starts_with('b'))
        return "author";
    return entry.id.starts_with('c') ? "rule_set" : "account";
}

json entry_json(const storage::log_entry& entry)
{
    json result = {
        {"id", entry.id},
        {"kind", entry.kind},
        {"at", model::to_rfc3339(entry.at)},
        {"by", entry.by},
    };
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty())
            result[name] = value;
    };
    add("site", entry.site);
    add("story", entry.story);
    add("comment", entry.comment);
    add(subject_name(entry), entry.subject);
    add("from", entry.from);
    add("to", entry.to);
    add("state", entry.story_state);
    add("reason", entry.reason);
    add("batch", entry.batch);
    return result;
}

std::string entries_csv(const std::vector<storage::log_entry>& entries)
{
    auto csv = csv_line(
        {"at",
         "kind",
         "by",
         "site",
         "story",
         "comment",
         "subject",
         "from",
         "to",
         "story_state",
         "reason",
         "batch"});
    for (const auto& entry : entries)
        csv += csv_line(
            {model::to_rfc3339(entry.at),
             entry.kind,
             entry.by,
             entry.site,
             entry.story,
             entry.comment,
             entry.subject,
             entry.from,
             entry.to,
             entry.story_state,
             entry.reason,
             entry.batch});
    return csv;
}

}  // namespace

awaitable<http::response> desk_list_events(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::read);
    if (who.has_error())
        co_return http::error_response(who.error());
    auto wanted = log_request_from(request);
    const auto format = request.query("format");
    if (!wanted || (format && *format != "csv"))
        co_return http::error_response(model::refusal(model::error::invalid_request));
    keep_to_sites(wanted->sites, who->sites);
    if (format)
        wanted->limit = csv_rows_max;
    auto list = [&use, asked = *wanted] {
        return use.record.list_log(asked);
    };
    const auto page = co_await async::on_threads(use.threads, std::move(list));
    if (page.has_error())
        co_return http::error_response(page.error());
    if (format)
        co_return csv_response("events.csv", entries_csv(page->entries));
    json events = json::array();
    for (const auto& entry : page->entries)
        events.push_back(entry_json(entry));
    const json body = {
        {"events", std::move(events)},
        {"next", page->next.empty() ? json(nullptr) : json(page->next)},
    };
    co_return http::json_response(http::status::ok, body);
}

}  // namespace rejoinder::routes
