#pragma once

#include "server/model/api_token.hpp"

#include <string>
#include <utility>
#include <vector>

namespace rejoinder::auth {

constexpr int token_days_max = 365;

/// What a token is to be.
struct token_order {
    token_order() = default;

    model::moderator_id moderator;
    std::string name;
    std::vector<model::token_scope> scopes;
    int days = token_days_max;
};

/// The token itself, "rjd_" and 256 random bits, and what is kept of it.
std::pair<std::string, model::api_token> fresh_token(const token_order& order);

}  // namespace rejoinder::auth
