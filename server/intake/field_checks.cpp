#include "server/intake/field_checks.hpp"

#include "server/intake/unicode_text.hpp"
#include "server/model/ids.hpp"

#include <fmt/format.h>

#include <chrono>
#include <utility>

namespace rejoinder::intake {

void field_checks::wrong(std::string field, std::string code, std::string message)
{
    errors_.push_back({std::move(field), std::move(code), std::move(message)});
}

bool field_checks::is_text(const char* field, const std::string& value)
{
    if (count_code_points(value) && !has_controls(value))
        return true;
    wrong(field, "invalid", "This contains characters that are no text.");
    return false;
}

void field_checks::name(std::string& name)
{
    name = tidy(name);
    if (!is_text("name", name))
        return;
    if (!has_visible(name))
        wrong("name", "required", "Please give a name.");
    else if (*count_code_points(name) > settings_.name_max)
        wrong("name", "too_long", fmt::format("At most {} characters.", settings_.name_max));
    else if (name.find('\n') != std::string::npos)
        wrong("name", "invalid", "A name is one line.");
}

void field_checks::website(std::string& website)
{
    website = tidy(website);
    if (website.empty() || !is_text("website", website))
        return;
    if (website.find(':') == std::string::npos)
        website.insert(0, "https://");
    if (website.size() > settings_.website_bytes_max)
        return wrong(
            "website",
            "too_long",
            fmt::format("At most {} bytes.", settings_.website_bytes_max));
    if (origin_of(website).empty())
        wrong("website", "invalid", "A website begins with http:// or https://.");
}

void field_checks::text(std::string& text)
{
    text = tidy(text);
    if (!is_text("text", text))
        return;
    if (!has_visible(text))
        wrong("text", "required", "Please write a comment.");
    else if (*count_code_points(text) > settings_.text_max)
        wrong("text", "too_long", fmt::format("At most {} characters.", settings_.text_max));
}

void field_checks::parent(const std::string& parent)
{
    if (!parent.empty() && !model::is_uuid(parent))
        wrong("parent", "invalid", "This is no comment's id.");
}

void field_checks::story_id(const std::string& story)
{
    if (story.empty() || story.size() > settings_.story_id_bytes_max || !count_code_points(story) ||
        has_controls(story))
        wrong("story", "invalid", "A story's id has 1 to 200 bytes.");
}

void field_checks::story_url(std::string& url, const site& of, std::string_view own_origin)
{
    url = tidy(url);
    if (url.empty())
        wrong("story_url", "required", "The page must say where the story is.");
    else if (url.size() > settings_.url_bytes_max)
        wrong("story_url", "too_long", "The story's address is too long.");
    else if (!of.owns(url, own_origin))
        wrong("story_url", "not_allowed", "The story is not on one of the site's origins.");
}

void field_checks::story_title(std::string& title)
{
    title = tidy(title);
    if (title.empty() || !is_text("story_title", title))
        return;
    if (*count_code_points(title) > settings_.title_max)
        wrong(
            "story_title",
            "too_long",
            fmt::format("At most {} characters.", settings_.title_max));
}

std::optional<model::timestamp> field_checks::story_published_at(
    const std::string& text,
    model::timestamp now)
{
    if (text.empty())
        return std::nullopt;
    const auto time = model::day_of_rfc3339(text);
    if (!time || *time > now + std::chrono::days(1)) {
        wrong("story_published_at", "invalid", "This is no date of the past: 2026-11-24.");
        return std::nullopt;
    }
    return time;
}

}  // namespace rejoinder::intake
