#pragma once

#include "server/model/ids.hpp"
#include "server/model/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::model {

enum class moderator_role { admin, moderator, viewer };

std::string_view to_string(moderator_role role) noexcept;
std::optional<moderator_role> moderator_role_from(std::string_view text) noexcept;

/// Who may sit at the desk.
struct moderator {
    moderator_id id;
    std::string name;  ///< Unique; what they sign in with.
    moderator_role role = moderator_role::moderator;
    std::string password_hash;  ///< Argon2id in its standard text form.
    bool disabled = false;
    timestamp created_at;
};

}  // namespace rejoinder::model
