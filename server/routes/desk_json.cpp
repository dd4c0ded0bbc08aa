#include "server/routes/desk_json.hpp"

#include "moderation/filters/report_filter.hpp"
#include "moderation/policy_context.hpp"
#include "server/publish/comment_json.hpp"
#include "server/publish/finding_json.hpp"
#include "server/publish/render_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

namespace rejoinder::routes {

using nlohmann::json;

namespace {

/// What the filters would be told of the author, were the comment judged now.
moderation::author_class standing_of(
    const storage::desk_comment& entry,
    const moderation::trust_settings& trust)
{
    moderation::author_activity activity;
    activity.published = entry.author.published;
    activity.pending = entry.author.waiting;
    activity.rejected = entry.author.rejected;
    activity.approved_by_human = entry.author.approved_by_human;
    activity.proved = entry.author_proved;
    return moderation::classify(activity, trust);
}

json author_json(const storage::desk_comment& entry, const moderation::trust_settings& trust)
{
    const auto& comment = entry.comment;
    const auto& lately = entry.author_lately;
    json author = {
        {"name", comment.author_name},
        {"pseudonym", comment.author.str()},
        {"standing", moderation::to_string(standing_of(entry, trust))},
        {"published", entry.author.published},
        {"rejected", entry.author.rejected},
        {"waiting", entry.author.waiting},
        {"lately", {{"published", lately.published}, {"rejected", lately.rejected}}},
    };
    if (!comment.author_website.empty())
        author["website"] = comment.author_website;
    return author;
}

}  // namespace

json desk_comment_json(const storage::desk_comment& entry, const moderation::trust_settings& trust)
{
    const auto& comment = entry.comment;
    json story = {
        {"id", entry.story.key.story.str()},
        {"url", entry.story.url},
        {"state", model::to_string(entry.story.state)},
    };
    if (!entry.story.title.empty())
        story["title"] = entry.story.title;
    if (entry.story.published_at)
        story["published_at"] = model::to_rfc3339(*entry.story.published_at);

    const publish::found_in fields{comment.author_name, comment.author_website, comment.text};
    json result = {
        {"id", comment.id.str()},
        {"site", comment.story.site.str()},
        {"story", std::move(story)},
        {"author", author_json(entry, trust)},
        {"text", comment.text},
        {"html", publish::render_text(comment.text)},
        {"state", model::to_string(comment.state)},
        {"revision", comment.revision},
        {"created_at", model::to_rfc3339(comment.created_at)},
        {"verdict", moderation::to_string(comment.verdict.kind)},
        {"score", comment.verdict.score},
        {"rule_set", comment.verdict.rule_set},
        {"findings", publish::findings_json(comment.verdict.found, fields)},
    };
    if (comment.edited_at)
        result["edited_at"] = model::to_rfc3339(*comment.edited_at);
    if (entry.cluster_waiting > 1)
        result["cluster"] = {{"id", entry.cluster}, {"waiting", entry.cluster_waiting}};
    if (entry.parent)
        result["parent_comment"] = {
            {"id", entry.parent->id.str()},
            {"author", {{"name", entry.parent->author_name}}},
            {"text", entry.parent->text},
            {"state", model::to_string(entry.parent->state)}};
    if (entry.open_reports > 0)
        result["open_reports"] = entry.open_reports;
    if (comment.parent)
        result["parent"] = comment.parent->str();
    return result;
}

json history_json(const model::event& event)
{
    json result = {
        {"id", std::to_string(event.seq)},
        {"kind", model::to_string(event.kind)},
        {"by", event.by},
        {"at", model::to_rfc3339(event.at)},
    };
    if (event.from)
        result["from"] = model::to_string(*event.from);
    if (event.to)
        result["to"] = model::to_string(*event.to);
    if (!event.reason.empty())
        result["reason"] = event.reason;
    return result;
}

json revisions_json(const std::vector<storage::text_revision>& revisions)
{
    json list = json::array();
    for (const auto& each : revisions)
        list.push_back(
            {{"revision", each.revision},
             {"text", each.text},
             {"by", each.by},
             {"at", model::to_rfc3339(each.at)},
             {"reason", each.reason},
             {"undone", each.undone}});
    return list;
}

json reports_json(const std::vector<storage::weighed_report>& reports)
{
    json list = json::array();
    for (const auto& [report, record] : reports)
        list.push_back(
            {{"reason", model::to_string(report.reason)},
             {"text", report.text},
             {"at", model::to_rfc3339(report.at)},
             {"outcome", model::to_string(report.outcome)},
             {"weight", moderation::report_weight(record.upheld, record.dismissed)}});
    return list;
}

json filters_json(const moderation::verdict& verdict, const std::string& ran)
{
    json filters = json::array();
    std::set<std::string> known;
    const auto add = [&](const std::string& name) {
        if (!known.insert(name).second)
            return;
        const bool passed = std::ranges::none_of(verdict.found, [&](const auto& found) {
            return found.filter == name;
        });
        filters.push_back({{"name", name}, {"passed", passed}});
    };
    std::istringstream names(ran);
    for (std::string name; names >> name;)
        add(name);
    for (const auto& found : verdict.found)
        add(found.filter);
    return filters;
}

}  // namespace rejoinder::routes
