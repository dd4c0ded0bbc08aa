#include "moderation/policy_context.hpp"

#include <algorithm>

namespace rejoinder::moderation {

namespace {

bool names(const std::vector<std::string>& list, std::string_view value)
{
    return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

/// "/sport" and "/sport/" are the same section, and "/sportswear" is none of it.
bool lies_in(std::string_view path, std::string_view section)
{
    while (section.size() > 1 && section.ends_with('/'))
        section.remove_suffix(1);
    return path.starts_with(section) &&
           (section == "/" || path.size() == section.size() || path[section.size()] == '/');
}

bool is_within(const hours_of_day& hours, int minute)
{
    if (minute < 0)
        return false;
    if (hours.from < hours.to)
        return hours.from <= minute && minute < hours.to;
    return minute >= hours.from || minute < hours.to;
}

}  // namespace

author_class classify(const author_activity& author, const trust_settings& trust)
{
    if (!author.proved || author.approved_by_human < trust.known_min)
        return author_class::new_author;
    const auto decided = author.published + author.rejected;
    const bool clean = static_cast<double>(author.rejected) <=
                       trust.rejected_share_max * static_cast<double>(decided);
    return author.published >= trust.trusted_min && clean ? author_class::trusted
                                                          : author_class::known;
}

bool holds(const policy_condition& when, const policy_context& in)
{
    const auto& authors = when.authors;
    const auto& sections = when.sections;
    const bool of_section =
        std::any_of(sections.begin(), sections.end(), [&](const std::string& section) {
            return lies_in(in.story.path, section);
        });
    return names(when.sites, in.story.site) && names(when.stories, in.story.story) &&
           (sections.empty() || of_section) &&
           (authors.empty() ||
            std::find(authors.begin(), authors.end(), in.author) != authors.end()) &&
           (!when.hours || is_within(*when.hours, in.story.minute_of_day)) &&
           in.story.review_queue >= when.review_queue_min;
}

}  // namespace rejoinder::moderation
