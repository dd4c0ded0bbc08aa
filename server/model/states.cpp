// The names of the states, as the API, the database and the events spell them.

#include "server/model/account_event.hpp"
#include "server/model/api_token.hpp"
#include "server/model/comment.hpp"
#include "server/model/decision.hpp"
#include "server/model/event.hpp"
#include "server/model/moderator.hpp"
#include "server/model/report.hpp"
#include "server/model/story.hpp"

#include <array>
#include <utility>

namespace rejoinder::model {

namespace {

template <class Enum, std::size_t N>
using name_table = std::array<std::pair<Enum, std::string_view>, N>;

constexpr name_table<comment_state, 6> comment_states = {{
    {comment_state::published, "published"},
    {comment_state::pending, "pending"},
    {comment_state::rejected, "rejected"},
    {comment_state::spam, "spam"},
    {comment_state::withdrawn, "withdrawn"},
    {comment_state::erased, "erased"},
}};

constexpr name_table<story_state, 3> story_states = {{
    {story_state::open, "open"},
    {story_state::pre_moderated, "pre_moderated"},
    {story_state::closed, "closed"},
}};

constexpr name_table<decision_action, 3> decision_actions = {{
    {decision_action::approve, "approve"},
    {decision_action::reject, "reject"},
    {decision_action::spam, "spam"},
}};

constexpr name_table<decision_status, 4> decision_statuses = {{
    {decision_status::done, "done"},
    {decision_status::conflict, "conflict"},
    {decision_status::not_found, "not_found"},
    {decision_status::not_allowed, "not_allowed"},
}};

constexpr name_table<event_kind, 8> event_kinds = {{
    {event_kind::judged, "judged"},
    {event_kind::decided, "decided"},
    {event_kind::undone, "undone"},
    {event_kind::edited, "edited"},
    {event_kind::withdrawn, "withdrawn"},
    {event_kind::reported, "reported"},
    {event_kind::liked, "liked"},
    {event_kind::story_changed, "story_changed"},
}};

constexpr name_table<moderator_role, 3> moderator_roles = {{
    {moderator_role::admin, "admin"},
    {moderator_role::moderator, "moderator"},
    {moderator_role::viewer, "viewer"},
}};

constexpr name_table<token_scope, 4> token_scopes = {{
    {token_scope::read, "read"},
    {token_scope::decide, "decide"},
    {token_scope::rules, "rules"},
    {token_scope::authors, "authors"},
}};

constexpr name_table<account_event_kind, 11> account_event_kinds = {{
    {account_event_kind::signed_in, "signed_in"},
    {account_event_kind::moderator_added, "moderator_added"},
    {account_event_kind::moderator_changed, "moderator_changed"},
    {account_event_kind::invitation_made, "invitation_made"},
    {account_event_kind::invitation_revoked, "invitation_revoked"},
    {account_event_kind::token_made, "token_made"},
    {account_event_kind::token_revoked, "token_revoked"},
    {account_event_kind::two_factor_on, "two_factor_on"},
    {account_event_kind::two_factor_off, "two_factor_off"},
    {account_event_kind::password_changed, "password_changed"},
    {account_event_kind::sessions_ended, "sessions_ended"},
}};

constexpr name_table<report_reason, 5> report_reasons = {{
    {report_reason::offensive, "offensive"},
    {report_reason::abusive, "abusive"},
    {report_reason::spam, "spam"},
    {report_reason::illegal, "illegal"},
    {report_reason::other, "other"},
}};

constexpr name_table<report_outcome, 3> report_outcomes = {{
    {report_outcome::open, "open"},
    {report_outcome::upheld, "upheld"},
    {report_outcome::dismissed, "dismissed"},
}};

template <class Enum, std::size_t N>
std::string_view name_of(const name_table<Enum, N>& table, Enum value) noexcept
{
    for (const auto& [entry, name] : table)
        if (entry == value)
            return name;
    return "unknown";
}

template <class Enum, std::size_t N>
std::optional<Enum> value_of(const name_table<Enum, N>& table, std::string_view text) noexcept
{
    for (const auto& [entry, name] : table)
        if (name == text)
            return entry;
    return std::nullopt;
}

}  // namespace

std::string_view to_string(comment_state state) noexcept
{
    return name_of(comment_states, state);
}

std::optional<comment_state> comment_state_from(std::string_view text) noexcept
{
    return value_of(comment_states, text);
}

std::string_view to_string(story_state state) noexcept
{
    return name_of(story_states, state);
}

std::optional<story_state> story_state_from(std::string_view text) noexcept
{
    return value_of(story_states, text);
}

std::string_view to_string(decision_action action) noexcept
{
    return name_of(decision_actions, action);
}

std::optional<decision_action> decision_action_from(std::string_view text) noexcept
{
    return value_of(decision_actions, text);
}

std::string_view to_string(decision_status status) noexcept
{
    return name_of(decision_statuses, status);
}

std::string_view to_string(event_kind kind) noexcept
{
    return name_of(event_kinds, kind);
}

std::optional<event_kind> event_kind_from(std::string_view text) noexcept
{
    return value_of(event_kinds, text);
}

std::string_view to_string(moderator_role role) noexcept
{
    return name_of(moderator_roles, role);
}

std::optional<moderator_role> moderator_role_from(std::string_view text) noexcept
{
    return value_of(moderator_roles, text);
}

std::string_view to_string(report_reason reason) noexcept
{
    return name_of(report_reasons, reason);
}

std::optional<report_reason> report_reason_from(std::string_view text) noexcept
{
    return value_of(report_reasons, text);
}

std::string_view to_string(report_outcome outcome) noexcept
{
    return name_of(report_outcomes, outcome);
}

std::optional<report_outcome> report_outcome_from(std::string_view text) noexcept
{
    return value_of(report_outcomes, text);
}

comment_state state_after(moderation::verdict_kind verdict) noexcept
{
    switch (verdict) {
    case moderation::verdict_kind::publish:
        return comment_state::published;
    case moderation::verdict_kind::spam:
        return comment_state::spam;
    case moderation::verdict_kind::reject:
        return comment_state::rejected;
    case moderation::verdict_kind::hold:
        break;
    }
    return comment_state::pending;
}

std::optional<comment_state> state_after(decision_action action, comment_state from) noexcept
{
    if (from == comment_state::withdrawn || from == comment_state::erased)
        return std::nullopt;

    comment_state to = comment_state::published;
    if (action == decision_action::reject)
        to = comment_state::rejected;
    else if (action == decision_action::spam)
        to = comment_state::spam;
    return to == from ? std::nullopt : std::optional(to);
}

std::string_view to_string(token_scope scope) noexcept
{
    return name_of(token_scopes, scope);
}

std::optional<token_scope> token_scope_from(std::string_view text) noexcept
{
    return value_of(token_scopes, text);
}

std::string_view to_string(account_event_kind kind) noexcept
{
    return name_of(account_event_kinds, kind);
}

std::optional<account_event_kind> account_event_kind_from(std::string_view text) noexcept
{
    return value_of(account_event_kinds, text);
}

}  // namespace rejoinder::model
