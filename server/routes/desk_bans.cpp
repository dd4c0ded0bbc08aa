#include "server/routes/desk_bans.hpp"

#include "server/async/on_threads.hpp"
#include "server/http/error_response.hpp"
#include "server/intake/site.hpp"
#include "server/routes/desk_session.hpp"
#include "server/storage/store.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <utility>

namespace rejoinder::routes {

namespace {

using nlohmann::json;

constexpr std::size_t ban_reason_bytes_max = 500;
constexpr std::size_t ban_site_bytes_max = 40;
constexpr std::size_t ban_story_bytes_max = 200;
constexpr int ban_days_max = 3'650;

/// Members: site, story (of that site), days, reason; all optional. Nothing where one is of another
/// type or out of bounds.
std::optional<model::ban> ban_from(const json& body, const intake::site_directory& sites)
{
    if (!body.is_object())
        return std::nullopt;
    bool fits = true;
    const auto text = [&](const char* name, std::size_t bytes_max) {
        const auto found = body.find(name);
        if (found == body.end())
            return std::string();
        fits = fits && found->is_string() && found->get<std::string>().size() <= bytes_max;
        return fits ? found->get<std::string>() : std::string();
    };
    model::ban ban;
    ban.site = model::site_id(text("site", ban_site_bytes_max));
    ban.story = model::story_id(text("story", ban_story_bytes_max));
    ban.reason = text("reason", ban_reason_bytes_max);
    if (!fits || (!ban.site.empty() && !sites.find(ban.site)) ||
        (!ban.story.empty() && ban.site.empty()))
        return std::nullopt;
    ban.at = model::now();
    if (const auto days = body.find("days"); days != body.end()) {
        if (!days->is_number_integer() || *days < 1 || *days > ban_days_max)
            return std::nullopt;
        ban.ends_at = ban.at + std::chrono::days(days->get<int>());
    }
    return ban;
}

}  // namespace

nlohmann::json ban_json(const model::ban& ban)
{
    json object = {
        {"id", ban.id},
        {"reason", ban.reason},
        {"by", ban.by},
        {"at", model::to_rfc3339(ban.at)},
    };
    if (!ban.site.empty())
        object["site"] = ban.site.str();
    if (!ban.story.empty())
        object["story"] = ban.story.str();
    if (ban.ends_at)
        object["ends_at"] = model::to_rfc3339(*ban.ends_at);
    if (ban.lifted_at) {
        object["lifted_at"] = model::to_rfc3339(*ban.lifted_at);
        object["lifted_by"] = ban.lifted_by;
    }
    return object;
}

awaitable<http::response> desk_ban_author(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change_authors);
    if (who.has_error())
        co_return http::error_response(who.error());
    if (request.content_type() != "application/json")
        co_return http::error_response(model::refusal(model::error::unsupported_media_type));
    auto ban = ban_from(json::parse(request.body, nullptr, false), use.sites);
    if (!ban || (!ban->site.empty() && !may_see(*who, ban->site)))
        co_return http::error_response(model::refusal(model::error::invalid_request));
    if (ban->site.empty() && !who->sites.empty())
        co_return http::error_response(model::refusal(model::error::not_allowed));
    ban->id = model::new_uuid();
    ban->author = model::pseudonym(request.path("author"));
    ban->by = who->name;
    auto add = [&use, added = *ban, by = acting(*who)] {
        return use.record.add_ban(added, by);
    };
    const bool added = co_await async::on_threads(use.threads, std::move(add));
    if (!added)
        co_return http::error_response(model::refusal(model::error::author_not_found));
    co_return http::json_response(http::status::created, ban_json(*ban));
}

awaitable<http::response> desk_lift_ban(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change_authors);
    if (who.has_error())
        co_return http::error_response(who.error());
    auto lift = [&use, id = request.path("ban"), by = acting(*who)] {
        return use.record.lift_ban(id, by);
    };
    const bool lifted = co_await async::on_threads(use.threads, std::move(lift));
    if (!lifted)
        co_return http::error_response(model::refusal(model::error::ban_not_found));
    co_return http::empty_response();
}

}  // namespace rejoinder::routes
