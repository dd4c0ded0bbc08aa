#include "server/routes/desk_comments.hpp"

#include "moderation/engine.hpp"
#include "server/async/on_threads.hpp"
#include "server/http/error_response.hpp"
#include "server/publish/claim_board.hpp"
#include "server/publish/finding_json.hpp"
#include "server/routes/desk_json.hpp"
#include "server/routes/desk_query.hpp"
#include "server/routes/desk_session.hpp"
#include "server/rules/rules_keeper.hpp"
#include "server/storage/async_store.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace rejoinder::routes {

namespace {

using nlohmann::json;

constexpr int limit_max = 200;
constexpr std::size_t search_bytes_max = 200;

std::optional<storage::sort_order> sort_from(std::string_view name)
{
    if (name == "oldest")
        return storage::sort_order::oldest;
    if (name == "newest")
        return storage::sort_order::newest;
    if (name == "reports")
        return storage::sort_order::top;
    return name == "urgent" ? std::optional(storage::sort_order::urgent) : std::nullopt;
}

/// The parts of a comment that are read from storage by themselves, as JSON; last, which filters
/// judged it.
std::tuple<json, json, std::string> rest_of(
    storage::store& record,
    const model::comment_id& id,
    const std::string& version)
{
    return {
        reports_json(record.reports_of(id)),
        revisions_json(record.revisions_of(id)),
        record.filters_of_rule_set(version)};
}

/// Says of each comment which other moderator has it open.
awaitable<void> add_claims(
    json& comments,
    const auth::signed_in& who,
    const http::request& request,
    const services& use)
{
    std::vector<std::string> ids;
    for (const auto& comment : comments)
        ids.push_back(comment["id"]);
    const auto holders = co_await use.cores[request.core].claims->holders(std::move(ids));
    for (auto& comment : comments)
        if (const auto held = holders.find(comment["id"]);
            held != holders.end() && held->second.id != who.id)
            comment["claim"] = {{"by", held->second.name}};
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
    wanted.cluster = request.query("cluster").value_or("");
    wanted.section = request.query("section").value_or("");
    wanted.text = request.query("text").value_or("");
    if (wanted.text.size() > search_bytes_max)
        return model::refusal(model::error::invalid_request);
    if (!read_time(request, "since", wanted.since) || !read_time(request, "until", wanted.until) ||
        !read_limit(request, limit_max, wanted.limit))
        return model::refusal(model::error::invalid_request);
    wanted.cursor = request.query("cursor").value_or("");
    const auto sort = sort_from(request.query("sort").value_or("oldest"));
    const bool urgent = sort == storage::sort_order::urgent;
    if (!sort || (urgent && wanted.state != model::comment_state::pending))
        return model::refusal(model::error::invalid_request);
    wanted.sort = *sort;
    return wanted;
}

moderation::trust_settings trust_in_force(const services& use)
{
    return use.rules.current().engine->rules_of_policy().trust();
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

    wanted->sites = who->sites;
    const storage::desk_scope scope(wanted->site, wanted->sites);
    const auto page = co_await use.store.list_for_desk(std::move(*wanted));
    if (page.has_error())
        co_return http::error_response(page.error());
    const auto counts = co_await use.store.counts(scope);
    auto count = [&use, scope] {
        return use.record.pending_by_reason(scope);
    };
    const auto reasons = co_await async::on_threads(use.threads, std::move(count));

    const auto trust = trust_in_force(use);
    json comments = json::array();
    for (const auto& entry : page->comments)
        comments.push_back(desk_comment_json(entry, trust));
    co_await add_claims(comments, *who, request, use);
    const json body = {
        {"comments", std::move(comments)},
        {"next", page->next.empty() ? json(nullptr) : json(page->next)},
        {"counts", states_json(counts)},
        {"reasons", reasons},
    };
    co_return http::json_response(http::status::ok, body);
}

awaitable<model::result<model::comment>> comment_seen_by(
    const auth::signed_in& who,
    const http::request& request,
    const services& use)
{
    const model::comment_id id(request.path("comment"));
    auto comment = co_await use.store.find_comment(id);
    if (!comment || !may_see(who, comment->story.site))
        co_return model::refusal(model::error::comment_not_found);
    co_return std::move(*comment);
}

awaitable<std::optional<json>> comment_in_full(
    const model::comment_id& id,
    const auth::signed_in& who,
    const http::request& request,
    const services& use)
{
    const auto entry = co_await use.store.find_for_desk(id);
    if (!entry || !may_see(who, entry->comment.story.site))
        co_return std::nullopt;
    auto body = desk_comment_json(*entry, trust_in_force(use));
    body["history"] = json::array();
    for (const auto& event : co_await use.store.history_of(id))
        body["history"].push_back(history_json(event));
    auto rest = [&use, id, version = entry->comment.verdict.rule_set] {
        return rest_of(use.record, id, version);
    };
    auto [reports, revisions, filters] = co_await async::on_threads(use.threads, std::move(rest));
    body["reports"] = std::move(reports);
    body["revisions"] = std::move(revisions);
    body["filters"] = filters_json(entry->comment.verdict, filters);
    body["for_author"] = publish::reasons_json(entry->comment.verdict.found);
    json list = json::array({std::move(body)});
    co_await add_claims(list, who, request, use);
    co_return std::move(list.front());
}

awaitable<http::response> desk_show_comment(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::read);
    if (who.has_error())
        co_return http::error_response(who.error());
    const model::comment_id id(request.path("comment"));
    const auto body = co_await comment_in_full(id, *who, request, use);
    if (!body)
        co_return http::error_response(model::refusal(model::error::comment_not_found));
    co_return http::json_response(http::status::ok, *body);
}

}  // namespace rejoinder::routes
