#include "server/routes/desk_decide.hpp"

#include "server/async/on_threads.hpp"
#include "server/http/error_response.hpp"
#include "server/publish/comment_json.hpp"
#include "server/publish/outbox_relay.hpp"
#include "server/routes/desk_edits.hpp"
#include "server/routes/desk_session.hpp"
#include "server/routes/site_of.hpp"
#include "server/routes/words.hpp"
#include "server/storage/async_store.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace rejoinder::routes {

namespace {

using nlohmann::json;

constexpr std::size_t decisions_max = 500;
constexpr std::chrono::days undo_lifetime{30};
constexpr std::size_t reason_bytes_max = 500;

std::optional<model::decision> decision_from(const json& value)
{
    if (!value.is_object())
        return std::nullopt;
    const auto action = model::decision_action_from(text_member(value, "action"));
    const auto revision = value.find("revision");
    model::decision decision;
    decision.comment = model::comment_id(text_member(value, "comment"));
    decision.reason = text_member(value, "reason");
    if (!action || revision == value.end() || !revision->is_number_integer() ||
        !model::is_uuid(decision.comment.str()) || decision.reason.size() > reason_bytes_max)
        return std::nullopt;
    decision.action = *action;
    decision.expected_revision = revision->get<std::int64_t>();
    return decision;
}

std::optional<std::vector<model::decision>> decisions_from(const std::string& body)
{
    const auto parsed = json::parse(body, nullptr, false);
    if (!parsed.is_object() || !parsed.contains("decisions"))
        return std::nullopt;
    const auto& list = parsed.at("decisions");
    if (!list.is_array() || list.empty() || list.size() > decisions_max)
        return std::nullopt;
    std::vector<model::decision> decisions;
    for (const auto& value : list) {
        auto decision = decision_from(value);
        if (!decision)
            return std::nullopt;
        decisions.push_back(std::move(*decision));
    }
    return decisions;
}

json outcome_json(const model::decision_outcome& outcome)
{
    json result = {
        {"comment", outcome.comment.str()},
        {"status", model::to_string(outcome.status)},
    };
    if (outcome.state) {
        result["state"] = model::to_string(*outcome.state);
        result["revision"] = outcome.revision;
    }
    return result;
}

json outcomes_json(const std::vector<model::decision_outcome>& outcomes)
{
    json results = json::array();
    for (const auto& outcome : outcomes)
        results.push_back(outcome_json(outcome));
    return results;
}

bool is_done(const model::decision_outcome& outcome)
{
    return outcome.status == model::decision_status::done;
}

/// What was done together is decisions, or one edit.
std::vector<model::decision_outcome> undo_batch(
    const services& use,
    const std::string& batch,
    const storage::acting_moderator& by)
{
    const auto since = model::now() - undo_lifetime;
    if (const auto edit = undo_edit(use, batch, since, by))
        return {*edit};
    return use.record.undo(batch, since, by);
}

/// Of "state" and "published_at" at least one.
std::optional<model::story_change> change_from(const json& body)
{
    if (!body.is_object())
        return std::nullopt;
    model::story_change change;
    if (const auto state = body.find("state"); state != body.end()) {
        if (state->is_string())
            change.state = model::story_state_from(state->get<std::string>());
        if (!change.state)
            return std::nullopt;
    }
    if (const auto time = body.find("published_at"); time != body.end()) {
        if (time->is_string())
            change.published_at = model::day_of_rfc3339(time->get<std::string>());
        if (!change.published_at)
            return std::nullopt;
    }
    return change.state || change.published_at ? std::optional(change) : std::nullopt;
}

}  // namespace

awaitable<http::response> desk_decide(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change);
    if (who.has_error())
        co_return http::error_response(who.error());
    if (request.content_type() != "application/json")
        co_return http::error_response(model::refusal(model::error::unsupported_media_type));
    auto decisions = decisions_from(request.body);
    if (!decisions)
        co_return http::error_response(model::refusal(model::error::invalid_request));

    const auto batch = model::new_uuid();
    const auto outcomes = co_await use.store.decide(std::move(*decisions), acting(*who), batch);
    use.relay.notify();
    json body = {{"results", outcomes_json(outcomes)}};
    if (std::ranges::any_of(outcomes, is_done))
        body["undo"] = batch;
    co_return http::json_response(http::status::ok, body);
}

awaitable<http::response> desk_undo(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change);
    if (who.has_error())
        co_return http::error_response(who.error());
    if (request.content_type() != "application/json")
        co_return http::error_response(model::refusal(model::error::unsupported_media_type));
    const auto body = json::parse(request.body, nullptr, false);
    if (!body.is_object() || !body.contains("undo") || !body["undo"].is_string())
        co_return http::error_response(model::refusal(model::error::invalid_request));
    auto work = [&use, batch = body["undo"].get<std::string>(), by = acting(*who)] {
        return undo_batch(use, batch, by);
    };
    const auto outcomes = co_await async::on_threads(use.threads, std::move(work));
    if (outcomes.empty())
        co_return http::error_response(model::refusal(model::error::undo_not_found));
    use.relay.notify();
    const json answer = {{"results", outcomes_json(outcomes)}};
    co_return http::json_response(http::status::ok, answer);
}

awaitable<http::response> desk_change_story(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change);
    if (who.has_error())
        co_return http::error_response(who.error());
    if (request.content_type() != "application/json")
        co_return http::error_response(model::refusal(model::error::unsupported_media_type));
    const auto wanted = change_from(json::parse(request.body, nullptr, false));
    if (!wanted)
        co_return http::error_response(model::refusal(model::error::invalid_request));

    const auto story = co_await use.store.change_story(story_of(request), *wanted, acting(*who));
    if (story.has_error())
        co_return http::error_response(story.error());
    use.relay.notify();
    const json answer = {{"story", publish::story_json(*story)}};
    co_return http::json_response(http::status::ok, answer);
}

}  // namespace rejoinder::routes
