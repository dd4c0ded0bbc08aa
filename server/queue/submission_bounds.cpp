#include "server/queue/submission_bounds.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace rejoinder::queue {

namespace {

constexpr std::size_t site_bytes_max = 40;
constexpr std::size_t story_bytes_max = 200;
constexpr std::size_t url_bytes_max = 4'096;
constexpr std::size_t title_bytes_max = 4'096;
constexpr std::size_t name_bytes_max = 1'024;
constexpr std::size_t pseudonym_bytes_max = 64;
constexpr std::size_t sealed_bytes_max = 1'024;
constexpr std::size_t domain_bytes_max = 255;
constexpr std::size_t text_code_points_max = 10'000;
constexpr std::int64_t milliseconds_max = 253'402'300'799'999;  // The year 9999 ends,
constexpr std::int64_t milliseconds_min = -62'167'219'200'000;  // and the year 0 begins.

bool is_plain_letter_or_digit(char c) noexcept
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Base64url with the dot that parts a sealed address: '@' and ':' are not among these.
bool is_token(std::string_view text, std::string_view extra) noexcept
{
    return std::ranges::all_of(text, [extra](char c) {
        return is_plain_letter_or_digit(c) || extra.find(c) != std::string_view::npos;
    });
}

bool is_site(std::string_view text) noexcept
{
    return !text.empty() && text.size() <= site_bytes_max && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-';
    });
}

bool is_hashed(std::string_view text) noexcept
{
    return text.size() <= pseudonym_bytes_max && is_token(text, "-_");
}

bool is_line(std::string_view text, std::size_t bytes_max) noexcept
{
    return text.size() <= bytes_max && text.find('\0') == std::string_view::npos;
}

bool is_text(std::string_view text) noexcept
{
    // Of valid UTF-8, which the JSON library sees to, all but continuation bytes begin a code
    // point.
    const auto code_points = std::ranges::count_if(text, [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    });
    return !text.empty() && static_cast<std::size_t>(code_points) <= text_code_points_max &&
           text.size() <= 4 * text_code_points_max && text.find('\0') == std::string_view::npos;
}

}  // namespace

std::optional<std::string_view> field_out_of_bounds(const model::submission& submission) noexcept
{
    const auto& author = submission.author;
    const auto& email = author.email.text;

    if (!model::is_uuid(submission.id.str()))
        return "id";
    if (!is_site(submission.story.site.str()))
        return "site";
    if (submission.story.story.empty() || !is_line(submission.story.story.str(), story_bytes_max))
        return "story";
    if (!is_line(submission.story_url, url_bytes_max))
        return "story_url";
    if (!is_line(submission.story_title, title_bytes_max))
        return "story_title";
    if (submission.parent && !model::is_uuid(submission.parent->str()))
        return "parent";
    if (!is_line(author.name, name_bytes_max))
        return "name";
    if (!is_line(author.website, url_bytes_max))
        return "website";
    if (author.known_as.empty() || !is_hashed(author.known_as.str()))
        return "author";
    if (email.size() > sealed_bytes_max || !is_token(email, "-_."))
        return "email";
    if (author.email_domain.size() > domain_bytes_max ||
        author.email_domain.find_first_of(std::string_view("@\0", 2)) != std::string::npos)
        return "email_domain";
    if (!is_text(submission.text))
        return "text";
    if (!is_hashed(submission.client.str()))
        return "client";
    if (!is_hashed(submission.network.str()))
        return "network";
    if (const auto published_at = submission.story_published_at) {
        const auto milliseconds = published_at->time_since_epoch().count();
        if (milliseconds < milliseconds_min || milliseconds > milliseconds_max)
            return "story_published_at";
    }
    const auto milliseconds = submission.submitted_at.time_since_epoch().count();
    if (milliseconds <= 0 || milliseconds > milliseconds_max)
        return "submitted_at";
    return std::nullopt;
}

}  // namespace rejoinder::queue
