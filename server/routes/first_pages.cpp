#include "server/routes/first_pages.hpp"

#include <string>
#include <utility>

namespace rejoinder::routes {

namespace {

constexpr std::string_view before_site = "/api/v1/sites/";
constexpr std::string_view before_story = "/stories/";
constexpr std::string_view behind_story = "/comments";

bool is_plain_segment(std::string_view text)
{
    return !text.empty() && text.find_first_of("/%?#") == std::string_view::npos;
}

}  // namespace

std::optional<model::story_key> story_of_first_page(std::string_view target)
{
    if (!target.starts_with(before_site) || !target.ends_with(behind_story))
        return std::nullopt;
    target.remove_prefix(before_site.size());
    target.remove_suffix(behind_story.size());
    const auto middle = target.find(before_story);
    if (middle == std::string_view::npos)
        return std::nullopt;
    const auto site = target.substr(0, middle);
    const auto story = target.substr(middle + before_story.size());
    if (!is_plain_segment(site) || !is_plain_segment(story))
        return std::nullopt;
    return model::story_key{model::site_id(std::string(site)), model::story_id(std::string(story))};
}

first_pages::first_pages(
    publish::snapshot_cache& snapshots,
    std::shared_ptr<const http::allowed_origins> allowed)
    : snapshots_(snapshots),
      allowed_(std::move(allowed))
{
}

http::shared_page first_pages::find(std::string_view target)
{
    const auto story = story_of_first_page(target);
    return story ? snapshots_.find(*story) : nullptr;
}

std::string_view first_pages::lines_for(std::string_view origin) const noexcept
{
    return allowed_->lines_for(origin);
}

std::string_view first_pages::route() const noexcept
{
    return "/api/v1/sites/{site}/stories/{story}/comments";
}

}  // namespace rejoinder::routes
