#pragma once

#include "server/model/api_token.hpp"
#include "server/model/moderator.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace rejoinder::auth {

/// A moderator at the desk, by a session or by a token.
struct signed_in {
    signed_in() = default;

    /// Whether a session, or the token's scopes, include this.
    bool includes(model::token_scope scope) const
    {
        return !scopes || std::ranges::find(*scopes, scope) != scopes->end();
    }

    model::moderator_id id;
    std::string name;
    model::moderator_role role = model::moderator_role::viewer;
    model::site_list sites;
    bool second_factor = false;
    std::string settings = "{}";  ///< Of the desk, as JSON.

    std::string session_id;
    std::string csrf_token;
    model::timestamp proved_at;  ///< When the password was given, for the last time.

    std::optional<std::vector<model::token_scope>> scopes;  ///< Of a token; absent for a session.
};

}  // namespace rejoinder::auth
