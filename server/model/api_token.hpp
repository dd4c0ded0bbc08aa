#pragma once

#include "server/model/ids.hpp"
#include "server/model/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::model {

/// What a token may be used for, within what its moderator may do.
enum class token_scope {
    read,    ///< Whatever the desk shows.
    decide,  ///< Decisions, undo, edits, claims and stories.
    rules,   ///< Keeping, activating and trying rules.
    authors  ///< Notes, bans and addresses.
};

std::string_view to_string(token_scope scope) noexcept;
std::optional<token_scope> token_scope_from(std::string_view text) noexcept;

/// With which a program acts for a moderator.
struct api_token {
    std::string id;  ///< UUIDv7.
    moderator_id moderator;
    std::string name;        ///< For the moderator to know it by.
    std::string token_hash;  ///< The token itself is kept nowhere.
    std::vector<token_scope> scopes;
    timestamp created_at;
    timestamp expires_at;
    std::optional<timestamp> used_at;  ///< To the minute.
    std::optional<timestamp> revoked_at;
};

}  // namespace rejoinder::model
