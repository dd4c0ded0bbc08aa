#pragma once

#include <optional>
#include <string_view>

namespace rejoinder::model {

/// What happens to accounts, for the audit log. Rows of it are added and never changed.
enum class account_event_kind {
    signed_in,
    moderator_added,
    moderator_changed,  ///< Role, sites, or whether they may sign in.
    invitation_made,
    invitation_revoked,
    token_made,
    token_revoked,
    two_factor_on,
    two_factor_off,
    password_changed,
    sessions_ended
};

std::string_view to_string(account_event_kind kind) noexcept;
std::optional<account_event_kind> account_event_kind_from(std::string_view text) noexcept;

}  // namespace rejoinder::model
