#pragma once

#include "server/model/moderator.hpp"

#include <chrono>
#include <string>

namespace rejoinder::model {

/// A place at the desk for whoever brings the token, once.
struct invitation {
    static constexpr std::chrono::days lifetime{7};

    std::string id;          ///< UUIDv7.
    std::string token_hash;  ///< The token itself is kept nowhere.
    std::string name;        ///< What they will sign in with.
    moderator_role role = moderator_role::moderator;
    site_list sites;
    std::string by;      ///< The inviting moderator's name.
    moderator_id by_id;  ///< Empty: the command line.
    timestamp created_at;
    timestamp expires_at;
};

}  // namespace rejoinder::model
