#include "server/publish/event_json.hpp"

#include "server/publish/comment_json.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

namespace rejoinder::publish {

namespace {

using nlohmann::json;

std::shared_ptr<const std::string> dump(const json& message)
{
    return std::make_shared<const std::string>(
        message.dump(-1, ' ', false, json::error_handler_t::replace));
}

json headed(const model::event& event, std::string_view type)
{
    return {{"id", std::to_string(event.seq)}, {"type", type}};
}

std::shared_ptr<const std::string> for_readers(const storage::outbox_entry& entry)
{
    using enum model::comment_state;
    const auto& event = entry.event;
    if (event.kind == model::event_kind::story_changed) {
        auto message = headed(event, "story");
        message["story"] = story_json(entry.story);
        return dump(message);
    }

    if (event.kind == model::event_kind::liked) {
        if (!entry.comment || entry.comment->state != published)
            return nullptr;
        auto message = headed(event, "liked");
        message["comment"] = event.comment->str();
        message["likes"] = entry.comment->likes;
        return dump(message);
    }

    const bool was_public = event.from == published;
    const bool is_public = event.to == published;
    if (was_public && !is_public) {
        auto message = headed(event, "removed");
        message["comment"] = event.comment->str();
        message["count"] = entry.story.published_count;
        return dump(message);
    }
    if (!is_public || !entry.comment || entry.comment->state != published)
        return nullptr;
    auto message = headed(event, was_public ? "edited" : "published");
    message["comment"] = comment_json(*entry.comment);
    message["count"] = entry.story.published_count;
    return dump(message);
}

/// A comment whose state stays was edited, or an edit was taken back.
std::string_view type_for_desk(const model::event& event)
{
    using enum model::event_kind;
    if (event.kind == story_changed)
        return "story";
    if (event.kind == reported)
        return "reported";
    const bool may_edit = event.kind == edited || event.kind == undone;
    return may_edit && event.from == event.to ? "edited" : "comment";
}

std::shared_ptr<const std::string> for_desk(const storage::outbox_entry& entry)
{
    const auto& event = entry.event;
    if (event.kind == model::event_kind::liked)
        return nullptr;
    const bool of_story = event.kind == model::event_kind::story_changed;
    auto message = headed(event, type_for_desk(event));
    message["site"] = event.story.site.str();
    message["story"] = event.story.story.str();
    message["by"] = event.by;
    if (of_story) {
        message["state"] = model::to_string(entry.story.state);
        return dump(message);
    }
    message["comment"] = event.comment->str();
    if (event.kind == model::event_kind::reported)
        message["open_reports"] = entry.open_reports;
    if (!event.reason.empty())
        message["reason"] = event.reason;
    if (event.from)
        message["from"] = model::to_string(*event.from);
    if (event.to)
        message["to"] = model::to_string(*event.to);
    return dump(message);
}

}  // namespace

feed_message message_for(const storage::outbox_entry& entry)
{
    feed_message message;
    message.seq = entry.event.seq;
    message.story = entry.event.story;
    message.for_readers = for_readers(entry);
    message.for_desk = for_desk(entry);
    const bool appears = entry.event.to == model::comment_state::published &&
                         entry.event.from != model::comment_state::published;
    message.only_adds = appears || entry.event.kind == model::event_kind::liked;
    return message;
}

std::vector<feed_message> messages_for(std::span<const storage::outbox_entry> entries)
{
    std::vector<feed_message> messages(entries.size());
    std::unordered_set<std::string_view> liked;
    for (std::size_t i = entries.size(); i-- > 0;) {
        const auto& event = entries[i].event;
        messages[i] = message_for(entries[i]);
        if (event.kind == model::event_kind::liked && !liked.insert(event.comment->str()).second)
            messages[i].for_readers = nullptr;
    }
    return messages;
}

}  // namespace rejoinder::publish
