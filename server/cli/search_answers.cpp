#include "server/cli/search_answers.hpp"

#include "server/cli/asking.hpp"
#include "server/cli/leak_report.hpp"
#include "server/storage/store.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <set>
#include <stdexcept>
#include <vector>

namespace rejoinder::cli {

namespace {

constexpr int page_size = 200;

std::string search(asking& server, const std::string& target, leak_report& report)
{
    auto answer = server.get(target);
    report.search("answer to GET " + target, answer.head + answer.body);
    return std::move(answer.body);
}

/// Formats that not every server has.
void search_if_there(asking& server, const std::string& target, leak_report& report)
{
    const auto answer = server.ask(boost::beast::http::verb::get, target);
    report.search("answer to GET " + target, answer.head + answer.body);
}

void search_story(asking& server, const model::story_key& key, leak_report& report)
{
    const auto story = fmt::format(
        "/api/v1/sites/{}/stories/{}",
        escaped(key.site.str()),
        escaped(key.story.str()));
    search(server, story, report);
    for (const auto* format : {"/feed.atom", "/feed.json", "/embed.html"})
        search_if_there(server, story + format, report);
    for (const auto* sort : {"newest", "top"})
        search(server, story + "/comments?sort=" + sort, report);
    search(
        server,
        fmt::format(
            "/api/v1/sites/{}/counts?story={}",
            escaped(key.site.str()),
            escaped(key.story.str())),
        report);
    std::string cursor;
    do {
        const auto query = cursor.empty() ? std::string() : "?cursor=" + escaped(cursor);
        const auto page =
            nlohmann::json::parse(search(server, story + "/comments" + query, report));
        cursor = page["next"].is_string() ? page["next"].get<std::string>() : std::string();
    } while (!cursor.empty());
}

}  // namespace

void search_answers(const std::string& server, storage::store& record, leak_report& report)
{
    asking asked(server);
    search(asked, "/openapi.json", report);
    std::set<std::pair<std::string, std::string>> seen;
    storage::desk_request request;
    request.state = model::comment_state::published;
    request.limit = page_size;
    do {
        const auto page = record.list_for_desk(request);
        if (page.has_error())
            throw std::runtime_error("the record refuses to list its published comments");
        for (const auto& each : page->comments) {
            const auto& key = each.story.key;
            search(asked, "/api/v1/comments/" + each.comment.id.str(), report);
            if (seen.emplace(key.site.str(), "").second)
                search_if_there(
                    asked,
                    "/api/v1/sites/" + escaped(key.site.str()) + "/feed.atom",
                    report);
            if (seen.emplace(key.site.str(), key.story.str()).second)
                search_story(asked, key, report);
        }
        request.cursor = page->next;
    } while (!request.cursor.empty());
}

void search_operations(const std::string& server, leak_report& report)
{
    asking asked(server);
    for (const auto* target : {"/healthz", "/readyz", "/metrics"})
        search(asked, target, report);
}

}  // namespace rejoinder::cli
