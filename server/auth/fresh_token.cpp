#include "server/auth/fresh_token.hpp"

#include "server/privacy/random_token.hpp"

namespace rejoinder::auth {

std::pair<std::string, model::api_token> fresh_token(const token_order& order)
{
    auto secret = "rjd_" + privacy::random_token();
    model::api_token token;
    token.id = model::new_uuid();
    token.moderator = order.moderator;
    token.name = order.name;
    token.token_hash = privacy::hash_of_token(secret);
    token.scopes = order.scopes;
    token.created_at = model::now();
    token.expires_at = token.created_at + std::chrono::days(order.days);
    return {std::move(secret), std::move(token)};
}

}  // namespace rejoinder::auth
