#include "server/routes/desk_statistics.hpp"

#include "server/async/on_threads.hpp"
#include "server/http/error_response.hpp"
#include "server/routes/csv.hpp"
#include "server/routes/desk_query.hpp"
#include "server/routes/desk_session.hpp"
#include "server/storage/store.hpp"

#include <nlohmann/json.hpp>

#include <charconv>
#include <chrono>
#include <utility>

namespace rejoinder::routes {

namespace {

using nlohmann::json;
using std::chrono::milliseconds;

constexpr std::chrono::days usual_span{30};

/// "+05:30" or "Z": how much later local time is than UTC, at most 14 hours either way.
std::optional<milliseconds> zone_from(std::string_view text)
{
    if (text == "Z")
        return milliseconds(0);
    int hours = 0;
    int minutes = 0;
    const bool fits = text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':' &&
                      std::from_chars(&text[1], &text[3], hours).ptr == &text[3] &&
                      std::from_chars(&text[4], text.data() + 6, minutes).ptr == text.data() + 6 &&
                      hours >= 0 && hours <= 14 && minutes >= 0 && minutes < 60;
    if (!fits)
        return std::nullopt;
    const milliseconds offset = std::chrono::hours(hours) + std::chrono::minutes(minutes);
    return text[0] == '-' ? -offset : offset;
}

/// A day begins with the local one; a moment is a moment.
bool read_local(
    const http::request& request,
    const char* name,
    milliseconds zone,
    model::timestamp& to)
{
    std::optional<model::timestamp> read;
    if (!read_time(request, name, read))
        return false;
    if (read)
        to = request.query(name)->size() > 10 ? *read : *read - zone;
    return true;
}

std::optional<storage::statistics_request> statistics_request_from(const http::request& request)
{
    storage::statistics_request wanted;
    if (const auto site = request.query("site"); site && !site->empty())
        wanted.sites.emplace_back(*site);
    const auto by = request.query("by").value_or("day");
    const auto zone = zone_from(request.query("zone").value_or("Z"));
    if (!zone || (by != "day" && by != "hour"))
        return std::nullopt;
    wanted.zone = *zone;
    wanted.step = by == "day" ? milliseconds(std::chrono::days(1)) : std::chrono::hours(1);
    wanted.until = model::now();
    if (!read_local(request, "until", *zone, wanted.until))
        return std::nullopt;
    wanted.since = wanted.until - usual_span;
    if (!read_local(request, "since", *zone, wanted.since))
        return std::nullopt;
    return wanted;
}

json bucket_json(const storage::activity_bucket& bucket)
{
    return {
        {"at", model::to_rfc3339(bucket.at)},
        {"submitted", bucket.submitted},
        {"published", bucket.published},
        {"held", bucket.held},
        {"spam", bucket.spam},
        {"rejected", bucket.rejected},
        {"decided", bucket.decided},
    };
}

double seconds(milliseconds time)
{
    return static_cast<double>(time.count()) / 1'000;
}

json statistics_json(
    const storage::statistics& made,
    const storage::statistics_request& request,
    std::string_view by)
{
    json body = {
        {"by", by},
        {"since", model::to_rfc3339(request.since)},
        {"until", model::to_rfc3339(request.until)},
        {"series", json::array()},
        {"reasons", json::array()},
        {"moderators", json::array()},
        {"decisions",
         {{"count", made.waits},
          {"median_s", seconds(made.wait_median)},
          {"p90_s", seconds(made.wait_p90)}}},
        {"agreement", {{"twice_decided", made.twice_decided}, {"agreed", made.agreed}}},
    };
    for (const auto& bucket : made.series)
        body["series"].push_back(bucket_json(bucket));
    for (const auto& each : made.reasons)
        body["reasons"].push_back(
            {{"reason", each.reason},
             {"comments", each.comments},
             {"decided", each.decided},
             {"refused", each.refused}});
    for (const auto& each : made.moderators)
        body["moderators"].push_back(
            {{"name", each.name},
             {"decided", each.approved + each.rejected + each.spam},
             {"approved", each.approved},
             {"rejected", each.rejected},
             {"spam", each.spam},
             {"undone_by_others", each.undone_by_others}});
    return body;
}

std::string series_csv(const std::vector<storage::activity_bucket>& series)
{
    auto csv = csv_line({"at", "submitted", "published", "held", "spam", "rejected", "decided"});
    for (const auto& bucket : series)
        csv += csv_line(
            {model::to_rfc3339(bucket.at),
             std::to_string(bucket.submitted),
             std::to_string(bucket.published),
             std::to_string(bucket.held),
             std::to_string(bucket.spam),
             std::to_string(bucket.rejected),
             std::to_string(bucket.decided)});
    return csv;
}

}  // namespace

awaitable<http::response> desk_show_statistics(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::read);
    if (who.has_error())
        co_return http::error_response(who.error());
    auto wanted = statistics_request_from(request);
    const auto format = request.query("format");
    if (!wanted || (format && *format != "csv"))
        co_return http::error_response(model::refusal(model::error::invalid_request));
    keep_to_sites(wanted->sites, who->sites);
    auto make = [&use, asked = *wanted] {
        return use.record.statistics_of(asked);
    };
    const auto made = co_await async::on_threads(use.threads, std::move(make));
    if (made.has_error())
        co_return http::error_response(made.error());
    if (format)
        co_return csv_response("statistics.csv", series_csv(made->series));
    const auto body = statistics_json(*made, *wanted, request.query("by").value_or("day"));
    co_return http::json_response(http::status::ok, body);
}

}  // namespace rejoinder::routes
