#include "server/model/error.hpp"

#include <array>
#include <utility>

namespace rejoinder::model {

namespace {

constexpr std::array<std::pair<error, std::string_view>, 40> error_names = {{
    {error::invalid_request, "invalid_request"},
    {error::invalid_comment, "invalid_comment"},
    {error::site_not_found, "site_not_found"},
    {error::story_not_found, "story_not_found"},
    {error::author_not_found, "author_not_found"},
    {error::undo_not_found, "undo_not_found"},
    {error::invalid_note, "invalid_note"},
    {error::ban_not_found, "ban_not_found"},
    {error::invalid_report, "invalid_report"},
    {error::comment_not_found, "comment_not_found"},
    {error::story_closed, "story_closed"},
    {error::origin_not_allowed, "origin_not_allowed"},
    {error::too_many_comments, "too_many_comments"},
    {error::too_many_requests, "too_many_requests"},
    {error::idempotency_key_reused, "idempotency_key_reused"},
    {error::temporarily_unavailable, "temporarily_unavailable"},
    {error::not_signed_in, "not_signed_in"},
    {error::wrong_credentials, "wrong_credentials"},
    {error::second_factor_required, "second_factor_required"},
    {error::password_wrong, "password_wrong"},
    {error::code_wrong, "code_wrong"},
    {error::invalid_account, "invalid_account"},
    {error::invitation_not_found, "invitation_not_found"},
    {error::moderator_not_found, "moderator_not_found"},
    {error::session_not_found, "session_not_found"},
    {error::token_not_found, "token_not_found"},
    {error::last_admin, "last_admin"},
    {error::csrf_token_wrong, "csrf_token_wrong"},
    {error::not_allowed, "not_allowed"},
    {error::revision_conflict, "revision_conflict"},
    {error::payload_too_large, "payload_too_large"},
    {error::rules_not_found, "rules_not_found"},
    {error::rules_kept_in_file, "rules_kept_in_file"},
    {error::invalid_rules, "invalid_rules"},
    {error::backtest_not_found, "backtest_not_found"},
    {error::unsupported_media_type, "unsupported_media_type"},
    {error::author_token_wrong, "author_token_wrong"},
    {error::not_stored_yet, "not_stored_yet"},
    {error::edit_window_over, "edit_window_over"},
    {error::edit_rejected, "edit_rejected"},
}};

}  // namespace

std::string_view to_string(error code) noexcept
{
    for (const auto& [known, name] : error_names)
        if (known == code)
            return name;
    return "unknown";
}

}  // namespace rejoinder::model
