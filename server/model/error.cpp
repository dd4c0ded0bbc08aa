#include "server/model/error.hpp"

namespace rejoinder::model {

std::string_view to_string(error code) noexcept
{
    switch (code) {
    case error::invalid_request:
        return "invalid_request";
    case error::invalid_comment:
        return "invalid_comment";
    case error::site_not_found:
        return "site_not_found";
    case error::story_not_found:
        return "story_not_found";
    case error::author_not_found:
        return "author_not_found";
    case error::undo_not_found:
        return "undo_not_found";
    case error::invalid_note:
        return "invalid_note";
    case error::ban_not_found:
        return "ban_not_found";
    case error::invalid_report:
        return "invalid_report";
    case error::comment_not_found:
        return "comment_not_found";
    case error::story_closed:
        return "story_closed";
    case error::origin_not_allowed:
        return "origin_not_allowed";
    case error::too_many_comments:
        return "too_many_comments";
    case error::too_many_requests:
        return "too_many_requests";
    case error::idempotency_key_reused:
        return "idempotency_key_reused";
    case error::temporarily_unavailable:
        return "temporarily_unavailable";
    case error::not_signed_in:
        return "not_signed_in";
    case error::wrong_credentials:
        return "wrong_credentials";
    case error::second_factor_required:
        return "second_factor_required";
    case error::password_wrong:
        return "password_wrong";
    case error::code_wrong:
        return "code_wrong";
    case error::invalid_account:
        return "invalid_account";
    case error::invitation_not_found:
        return "invitation_not_found";
    case error::moderator_not_found:
        return "moderator_not_found";
    case error::session_not_found:
        return "session_not_found";
    case error::token_not_found:
        return "token_not_found";
    case error::last_admin:
        return "last_admin";
    case error::csrf_token_wrong:
        return "csrf_token_wrong";
    case error::not_allowed:
        return "not_allowed";
    case error::revision_conflict:
        return "revision_conflict";
    case error::payload_too_large:
        return "payload_too_large";
    case error::rules_not_found:
        return "rules_not_found";
    case error::rules_kept_in_file:
        return "rules_kept_in_file";
    case error::invalid_rules:
        return "invalid_rules";
    case error::backtest_not_found:
        return "backtest_not_found";
    case error::unsupported_media_type:
        return "unsupported_media_type";
    }
    return "unknown";
}

}  // namespace rejoinder::model
