// The stable names of reasons, fields and verdicts.

#include "moderation/comment_view.hpp"
#include "moderation/finding.hpp"
#include "moderation/policy_settings.hpp"
#include "moderation/verdict.hpp"

#include <array>

namespace rejoinder::moderation {

namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, reason_count> reason_names = {
    "empty_text",
    "too_short",
    "too_long",
    "banned_word",
    "suspect_word",
    "disguised_word",
    "mild_word",
    "promotion",
    "blocked_host",
    "too_many_links",
    "link_only",
    "link_in_name",
    "disguised_link",
    "link_shortener",
    "lookalike_host",
    "repeated_text",
    "copied_text",
    "flood",
    "shouting",
    "contact_data",
    "own_address",
    "new_author",
    "unicode_abuse",
    "blocked_email_domain",
    "disposable_email_domain",
    "banned_author",
    "bad_record",
    "impersonation",
    "other_language",
    "honeypot",
    "no_form_token",
    "form_too_fresh",
    "form_stale",
    "form_replayed",
    "old_story",
    "reported",
    "filter_failed",
    "pre_moderated",
};
constexpr std::array<std::string_view, 4> field_names = {"name", "website", "email_domain", "text"};
constexpr std::array<std::string_view, 3> author_class_names = {"new", "known", "trusted"};
constexpr std::array<std::string_view, 7> form_token_names =
    {"not_checked", "missing", "invalid", "too_fresh", "good", "stale", "replayed"};
constexpr std::array<std::string_view, 4> verdict_names = {"publish", "hold", "spam", "reject"};

template <class Enum, std::size_t N>
std::string_view name_of(const std::array<std::string_view, N>& names, Enum value) noexcept
{
    const auto index = static_cast<std::size_t>(value);
    return index < N ? names[index] : "unknown";
}

template <class Enum, std::size_t N>
std::optional<Enum> value_of(
    const std::array<std::string_view, N>& names,
    std::string_view name) noexcept
{
    for (std::size_t i = 0; i < N; ++i)
        if (names[i] == name)
            return static_cast<Enum>(i);
    return std::nullopt;
}

}  // namespace

std::string_view to_string(reason value) noexcept
{
    return name_of(reason_names, value);
}

std::optional<reason> reason_from(std::string_view name) noexcept
{
    return value_of<reason>(reason_names, name);
}

std::string_view to_string(comment_field value) noexcept
{
    return name_of(field_names, value);
}

std::optional<comment_field> comment_field_from(std::string_view name) noexcept
{
    return value_of<comment_field>(field_names, name);
}

std::string_view to_string(form_token_state value) noexcept
{
    return name_of(form_token_names, value);
}

std::optional<form_token_state> form_token_state_from(std::string_view name) noexcept
{
    return value_of<form_token_state>(form_token_names, name);
}

std::string_view to_string(author_class value) noexcept
{
    return name_of(author_class_names, value);
}

std::optional<author_class> author_class_from(std::string_view name) noexcept
{
    return value_of<author_class>(author_class_names, name);
}

std::string_view to_string(verdict_kind value) noexcept
{
    return name_of(verdict_names, value);
}

std::optional<verdict_kind> verdict_kind_from(std::string_view name) noexcept
{
    return value_of<verdict_kind>(verdict_names, name);
}

}  // namespace rejoinder::moderation
