#include "server/routes/desk_rules.hpp"

#include "moderation/rule_set_error.hpp"
#include "server/async/on_threads.hpp"
#include "server/http/error_response.hpp"
#include "server/routes/desk_session.hpp"
#include "server/routes/draft_rules.hpp"
#include "server/routes/words.hpp"
#include "server/rules/rule_book.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>

namespace rejoinder::routes {

namespace {

using nlohmann::json;

constexpr int listed_max = 200;
constexpr std::size_t note_bytes_max = 500;

json note_json(
    const std::string& version,
    const std::string& by,
    const std::string& note,
    model::timestamp at)
{
    return {{"version", version}, {"by", by}, {"note", note}, {"at", model::to_rfc3339(at)}};
}

json list_json(storage::store& record, config::rules_master master)
{
    json activations = json::array();
    for (const auto& each : record.rule_set_activations(listed_max))
        activations.push_back(note_json(each.version, each.by, each.note, each.at));
    json versions = json::array();
    for (const auto& each : record.list_rule_sets(listed_max))
        versions.push_back(note_json(each.version, each.author, each.note, each.created_at));
    return {
        {"master", master == config::rules_master::file ? "file" : "desk"},
        {"active", activations.empty() ? json(nullptr) : activations.front()["version"]},
        {"activations", std::move(activations)},
        {"versions", std::move(versions)},
    };
}

/// The version that was kept, or what is wrong with the rules.
model::result<std::string> keep(storage::store& record, const json& body, const std::string& by)
{
    const auto note = text_member(body, "note");
    if (note.size() > note_bytes_max)
        return model::refusal(model::error::invalid_request);
    const auto loaded = draft_rules(record, body);
    if (loaded.has_error())
        return loaded.error();
    try {
        rules::rule_book(record).keep(*loaded, by, note);
    } catch (const moderation::rule_set_error& error) {
        return uncompiled(error.what());
    }
    return loaded->settings.version;
}

/// The body as JSON of someone who may change rules.
awaitable<model::result<std::pair<auth::signed_in, json>>> read_change(
    const http::request& request,
    const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change_rules);
    if (who.has_error())
        co_return who.error();
    if (who->role != model::moderator_role::admin)
        co_return model::refusal(model::error::not_allowed);
    if (request.content_type() != "application/json")
        co_return model::refusal(model::error::unsupported_media_type);
    auto body = json::parse(request.body, nullptr, false);
    if (!body.is_object())
        co_return model::refusal(model::error::invalid_request);
    co_return std::pair(*who, std::move(body));
}

}  // namespace

awaitable<http::response> desk_list_rules(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::read);
    if (who.has_error())
        co_return http::error_response(who.error());
    auto list = [&use] {
        return list_json(use.record, use.rules_master);
    };
    const auto body = co_await async::on_threads(use.threads, std::move(list));
    co_return http::json_response(http::status::ok, body);
}

awaitable<http::response> desk_show_rules(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::read);
    if (who.has_error())
        co_return http::error_response(who.error());
    auto find = [&use, version = request.path("version")] {
        return use.record.find_rule_set(version);
    };
    const auto kept = co_await async::on_threads(use.threads, std::move(find));
    const auto bundle = kept ? config::bundle_from(kept->content) : std::nullopt;
    if (!bundle)
        co_return http::error_response(model::refusal(model::error::rules_not_found));
    auto body = note_json(kept->version, kept->author, kept->note, kept->created_at);
    body["rules"] = bundle->rules;
    body["files"] = bundle->files;
    co_return http::json_response(http::status::ok, body);
}

awaitable<http::response> desk_keep_rules(http::request request, const services& use)
{
    auto change = co_await read_change(request, use);
    if (change.has_error())
        co_return http::error_response(change.error());
    auto work = [&use, by = change->first.name, body = std::move(change->second)] {
        return keep(use.record, body, by);
    };
    const auto version = co_await async::on_threads(use.threads, std::move(work));
    if (version.has_error())
        co_return http::error_response(version.error());
    const json body = {{"version", *version}};
    co_return http::json_response(http::status::created, body);
}

awaitable<http::response> desk_activate_rules(http::request request, const services& use)
{
    auto change = co_await read_change(request, use);
    if (change.has_error())
        co_return http::error_response(change.error());
    if (use.rules_master == config::rules_master::file)
        co_return http::error_response(model::refusal(model::error::rules_kept_in_file));
    auto version = text_member(change->second, "version");
    auto note = text_member(change->second, "note");
    if (version.empty() || note.size() > note_bytes_max)
        co_return http::error_response(model::refusal(model::error::invalid_request));
    auto work = [&use, version, note, by = change->first.name] {
        return rules::rule_book(use.record).put_in_force(version, by, note);
    };
    if (!co_await async::on_threads(use.threads, std::move(work)))
        co_return http::error_response(model::refusal(model::error::rules_not_found));
    const json body = {{"active", version}};
    co_return http::json_response(http::status::ok, body);
}

}  // namespace rejoinder::routes
