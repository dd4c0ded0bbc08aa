#include "server/worker/judging_context.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace rejoinder::worker {

namespace {

using moderation::moderation_mode;
using nlohmann::json;

template <class T>
void set(json& object, const char* key, const T& value, const T& usual)
{
    if (value != usual)
        object[key] = value;
}

json recent_json(const std::vector<moderation::recent_comment>& comments)
{
    json list = json::array();
    for (const auto& each : comments)
        list.push_back({each.id, each.seconds_ago, each.same_story});
    return list;
}

std::vector<moderation::recent_comment> recent_from(const json& list)
{
    std::vector<moderation::recent_comment> comments;
    for (const auto& each : list)
        comments.push_back(
            {"",
             each.at(1).get<std::int64_t>(),
             each.at(2).get<bool>(),
             each.at(0).get<std::string>()});
    return comments;
}

json author_json(const moderation::author_activity& author)
{
    json object = json::object();
    set(object, "published", author.published, std::int64_t{0});
    set(object, "pending", author.pending, std::int64_t{0});
    set(object, "rejected", author.rejected, std::int64_t{0});
    set(object, "approved", author.approved_by_human, std::int64_t{0});
    set(object, "proved", author.proved, false);
    set(object, "banned", author.banned, false);
    set(object, "name_is_anothers", author.name_is_anothers, false);
    set(object, "recent", recent_json(author.recent), json::array());
    return object;
}

moderation::author_activity author_from(const json& object)
{
    moderation::author_activity author;
    author.published = object.value("published", std::int64_t{0});
    author.pending = object.value("pending", std::int64_t{0});
    author.rejected = object.value("rejected", std::int64_t{0});
    author.approved_by_human = object.value("approved", std::int64_t{0});
    author.proved = object.value("proved", false);
    author.banned = object.value("banned", false);
    author.name_is_anothers = object.value("name_is_anothers", false);
    author.recent = recent_from(object.value("recent", json::array()));
    return author;
}

judging_context context_from_json(const json& object)
{
    judging_context context;
    context.is_reply = object.value("is_reply", false);
    context.own_address_masked = object.value("own_address_masked", false);
    context.author = author_from(object.value("author", json::object()));
    context.by_others = recent_from(object.value("by_others", json::array()));
    context.surroundings.from_network = object.value("from_network", std::int64_t{0});
    context.surroundings.in_story = object.value("in_story", std::int64_t{0});
    context.form.honeypot_filled = object.value("honeypot_filled", false);
    context.form.token = moderation::form_token_state_from(object.value("form_token", ""))
                             .value_or(moderation::form_token_state::not_checked);
    context.reports.count = object.value("reports", std::int64_t{0});
    context.reports.weight = object.value("report_weight", 0.0);
    if (object.contains("story_age_days"))
        context.story_age_days = object.at("story_age_days").get<std::int64_t>();
    context.path = object.value("path", "");
    if (object.contains("mode"))
        context.mode = object.at("mode").get<std::string>() == "before" ? moderation_mode::before
                                                                        : moderation_mode::after;
    context.minute_of_day = object.value("minute_of_day", -1);
    context.review_queue = object.value("review_queue", std::int64_t{0});
    return context;
}

}  // namespace

judging_context context_of(const moderation::comment_input& input)
{
    judging_context context{
        .is_reply = input.is_reply,
        .own_address_masked = input.own_address_masked,
        .author = input.author,
        .by_others = input.by_others,
        .surroundings = input.surroundings,
        .form = input.form,
        .reports = input.reports,
        .story_age_days = input.story_age_days,
        .path = std::string(input.story.path),
        .mode = input.story.mode,
        .minute_of_day = input.story.minute_of_day,
        .review_queue = input.story.review_queue,
    };
    for (auto* comments : {&context.author.recent, &context.by_others})
        for (auto& each : *comments)
            each.text.clear();
    return context;
}

std::string to_text(const judging_context& context)
{
    json object = json::object();
    set(object, "is_reply", context.is_reply, false);
    set(object, "own_address_masked", context.own_address_masked, false);
    set(object, "author", author_json(context.author), json::object());
    set(object, "by_others", recent_json(context.by_others), json::array());
    set(object, "from_network", context.surroundings.from_network, std::int64_t{0});
    set(object, "in_story", context.surroundings.in_story, std::int64_t{0});
    set(object, "honeypot_filled", context.form.honeypot_filled, false);
    if (context.form.token != moderation::form_token_state::not_checked)
        object["form_token"] = to_string(context.form.token);
    set(object, "reports", context.reports.count, std::int64_t{0});
    set(object, "report_weight", context.reports.weight, 0.0);
    if (context.story_age_days)
        object["story_age_days"] = *context.story_age_days;
    set(object, "path", context.path, std::string());
    if (context.mode)
        object["mode"] = *context.mode == moderation_mode::before ? "before" : "after";
    set(object, "minute_of_day", context.minute_of_day, -1);
    set(object, "review_queue", context.review_queue, std::int64_t{0});
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<judging_context> context_from(std::string_view text)
{
    try {
        const auto object = json::parse(text);
        return object.is_object() ? std::optional(context_from_json(object)) : std::nullopt;
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

moderation::comment_input input_of(const judging_context& context)
{
    moderation::comment_input input;
    input.is_reply = context.is_reply;
    input.own_address_masked = context.own_address_masked;
    input.author = context.author;
    input.by_others = context.by_others;
    input.surroundings = context.surroundings;
    input.form = context.form;
    input.reports = context.reports;
    input.story_age_days = context.story_age_days;
    input.story.path = context.path;
    input.story.mode = context.mode;
    input.story.minute_of_day = context.minute_of_day;
    input.story.review_queue = context.review_queue;
    return input;
}

}  // namespace rejoinder::worker
