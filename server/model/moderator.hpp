#pragma once

#include "server/model/ids.hpp"
#include "server/model/site_list.hpp"
#include "server/model/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::model {

/// From the most rights to the least.
enum class moderator_role { admin, moderator, viewer };

std::string_view to_string(moderator_role role) noexcept;
std::optional<moderator_role> moderator_role_from(std::string_view text) noexcept;

/// Who may sit at the desk.
struct moderator {
    moderator_id id;
    std::string name;  ///< Unique; what they sign in with.
    moderator_role role = moderator_role::moderator;
    site_list sites;            ///< Where the role holds.
    std::string password_hash;  ///< Argon2id in its standard text form.
    bool disabled = false;
    timestamp created_at;
    std::optional<timestamp> signed_in_at;  ///< The last time.
    timestamp valid_after;                  ///< Sessions proved until then are over.
    std::string settings = "{}";            ///< Of the desk, as JSON.

    std::string sealed_secret;   ///< Of the second factor; empty: there is none.
    std::string pending_secret;  ///< One that is proposed and not confirmed, sealed.

    /// Admins of all sites manage accounts.
    bool may_administer() const
    {
        return role == moderator_role::admin && sites.empty() && !disabled;
    }
};

/// What is to become of a moderator; what is absent stays.
struct moderator_change {
    std::optional<moderator_role> role = {};
    std::optional<site_list> sites = {};
    std::optional<bool> disabled = {};
    std::optional<std::string> password_hash = {};  ///< Ends all sessions.
    bool second_factor_off = false;
    bool sessions_end = false;

    /// Whether somebody must be left who may administer.
    enum class last_admin { stays, may_go };
    last_admin last = last_admin::stays;
};

}  // namespace rejoinder::model
