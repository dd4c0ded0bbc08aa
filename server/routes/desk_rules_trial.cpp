#include "server/routes/desk_rules_trial.hpp"

#include "moderation/engine.hpp"
#include "server/async/on_threads.hpp"
#include "server/http/error_response.hpp"
#include "server/model/url_path.hpp"
#include "server/routes/desk_session.hpp"
#include "server/rules/backtest.hpp"
#include "server/rules/backtest_runner.hpp"
#include "server/rules/differences.hpp"
#include "server/rules/policy_json.hpp"
#include "server/rules/rules_keeper.hpp"
#include "server/storage/async_store.hpp"
#include "server/worker/story_mode.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rejoinder::routes {

namespace {

using nlohmann::json;

constexpr int days_max = 3'650;
constexpr std::chrono::seconds until_done{10};

/// A parameter of the request, or what stands for it where it is not said.
std::string text_of(
    const http::request& request,
    std::string_view name,
    const std::string& otherwise = {})
{
    const auto said = request.query(name);
    return said ? std::string(*said) : otherwise;
}

json differences_json(const rules::differences& found)
{
    const auto value = [](const std::string& text) {
        return text.empty() ? json(nullptr) : json::parse(text);
    };
    json keys = json::array();
    for (const auto& key : found.keys)
        keys.push_back({
            {"path", key.path},
            {"before", value(key.before)},
            {"after", value(key.after)},
        });
    json lists = json::array();
    for (const auto& list : found.lists)
        lists.push_back({{"name", list.name}, {"removed", list.removed}, {"added", list.added}});
    return {{"keys", std::move(keys)}, {"lists", std::move(lists)}};
}

/// Nothing where one of them is not kept.
std::optional<json> compare(storage::store& record, const std::string& from, const std::string& to)
{
    rules::rule_book book(record);
    const auto before = book.bundle_of(from);
    const auto after = book.bundle_of(to);
    if (!before || !after)
        return std::nullopt;
    return differences_json(rules::differences_between(*before, *after));
}

/// Nothing where the body does not ask for a backtest.
std::optional<rules::backtest_request> request_from(const json& body)
{
    rules::backtest_request wanted;
    try {
        wanted.candidate = body.at("version").get<std::string>();
        wanted.against = body.value("against", "");
        wanted.days = body.value("days", wanted.days);
    } catch (const json::exception&) {
        return std::nullopt;
    }
    if (wanted.days < 1 || wanted.days > days_max)
        return std::nullopt;
    return wanted;
}

/// The id of the backtest that has begun.
model::result<std::string> begin(const services& use, rules::backtest_request wanted)
{
    if (wanted.against.empty())
        wanted.against = use.rules.current().engine->version();
    try {
        const auto id = use.backtests.start(wanted);
        if (id)
            return *id;
        return model::refusal(model::error::too_many_requests, until_done);
    } catch (const std::out_of_range&) {
        return model::refusal(model::error::rules_not_found);
    } catch (const config::config_error&) {  // Kept by a program that knew other keys.
        return model::refusal(model::error::rules_not_found);
    }
}

/// The report with what was written in its examples, as far as that is still there.
void bring_excerpts(storage::store& record, json& report)
{
    if (!report.contains("examples"))
        return;
    std::vector<std::string> ids;
    for (const auto& each : report["examples"])
        ids.push_back(each["id"].get<std::string>());
    const auto texts = record.texts_of(ids);
    for (auto& each : report["examples"])
        if (const auto text = texts.find(each["id"].get<std::string>()); text != texts.end())
            each["excerpt"] = rules::excerpt_of(text->second);
}

/// Nothing where there is no such backtest.
std::optional<json> found_backtest(
    storage::store& record,
    const std::string& id,
    const model::site_list& sites)
{
    const auto found = record.find_backtest(id);
    if (!found)
        return std::nullopt;
    auto report = json::parse(found->report, nullptr, false);
    if (!report.is_object())
        report = json::object();
    if (!sites.empty() && report.contains("examples"))
        report["examples"] = json::array();  // They are of any site.
    bring_excerpts(record, report);
    return json{
        {"id", found->id},
        {"version", found->candidate},
        {"by", found->by},
        {"state", found->state},
        {"at", model::to_rfc3339(found->created_at)},
        {found->state == "done" ? "report" : "progress", std::move(report)},
    };
}

}  // namespace

awaitable<http::response> desk_compare_rules(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::read);
    if (who.has_error())
        co_return http::error_response(who.error());
    const auto active = use.rules.current().engine->version();
    auto work =
        [&use, from = text_of(request, "from", active), to = text_of(request, "to", active)] {
            return compare(use.record, from, to);
        };
    const auto found = co_await async::on_threads(use.threads, std::move(work));
    if (!found)
        co_return http::error_response(model::refusal(model::error::rules_not_found));
    co_return http::json_response(http::status::ok, *found);
}

awaitable<http::response> desk_show_policy(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::read);
    if (who.has_error())
        co_return http::error_response(who.error());
    const auto author = moderation::author_class_from(text_of(request, "author", "new"));
    if (!author)
        co_return http::error_response(model::refusal(model::error::invalid_request));
    const model::story_key key{
        model::site_id(text_of(request, "site")),
        model::story_id(text_of(request, "story"))};
    auto story = co_await use.store.find_story(key);
    if (!may_see(*who, key.site))
        story.reset();
    const auto path = story ? model::path_of_url(story->url) : text_of(request, "path", "/");

    moderation::policy_context in;
    in.author = *author;
    in.story.site = key.site.str();
    in.story.story = key.story.str();
    in.story.path = path;
    in.story.mode = worker::mode_of(story, use.site_modes, key.site);
    const auto engine = use.rules.current().engine;
    auto body = rules::policy_json(engine->rules_of_policy(), in);
    body["version"] = engine->version();
    co_return http::json_response(http::status::ok, body);
}

awaitable<http::response> desk_start_backtest(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change_rules);
    if (who.has_error())
        co_return http::error_response(who.error());
    if (request.content_type() != "application/json")
        co_return http::error_response(model::refusal(model::error::unsupported_media_type));
    auto wanted = request_from(json::parse(request.body, nullptr, false));
    if (!wanted)
        co_return http::error_response(model::refusal(model::error::invalid_request));
    wanted->by = who->name;
    auto work = [&use, asked = std::move(*wanted)] {
        return begin(use, asked);
    };
    const auto id = co_await async::on_threads(use.threads, std::move(work));
    if (id.has_error())
        co_return http::error_response(id.error());
    const json body = {{"id", *id}};
    co_return http::json_response(http::status::accepted, body);
}

awaitable<http::response> desk_show_backtest(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::read);
    if (who.has_error())
        co_return http::error_response(who.error());
    auto find = [&use, id = request.path("backtest"), sites = who->sites] {
        return found_backtest(use.record, id, sites);
    };
    const auto found = co_await async::on_threads(use.threads, std::move(find));
    if (!found)
        co_return http::error_response(model::refusal(model::error::backtest_not_found));
    co_return http::json_response(http::status::ok, *found);
}

}  // namespace rejoinder::routes
