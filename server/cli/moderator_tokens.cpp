#include "server/auth/fresh_token.hpp"
#include "server/cli/moderator_commands.hpp"
#include "server/cli/moderator_place.hpp"

#include <fmt/format.h>

#include <ostream>
#include <stdexcept>

namespace rejoinder::cli {

namespace {

const char* state_of(const model::api_token& token)
{
    if (token.revoked_at)
        return "revoked";
    return token.expires_at <= model::now() ? "expired" : "valid";
}

}  // namespace

int add_token(
    const place& at,
    const std::string& name,
    const token_options& wanted,
    std::ostream& out)
{
    const auto opened = open_moderators(at, when_missing::refuse);
    auth::token_order order;
    order.moderator = find_moderator(*opened.record, name).id;
    order.name = wanted.label;
    order.days = wanted.days;
    for (const auto& scope : wanted.scopes)
        order.scopes.push_back(*model::token_scope_from(scope));
    const auto [secret, token] = auth::fresh_token(order);
    opened.record->add_api_token(token, command_line_hand());
    out << "Token (shown this once): " << secret << '\n'
        << "Until " << model::to_rfc3339(token.expires_at) << ", id " << token.id << ".\n";
    return 0;
}

int list_tokens(const place& at, const std::string& name, std::ostream& out)
{
    const auto opened = open_moderators(at, when_missing::refuse);
    const auto owner = find_moderator(*opened.record, name);
    for (const auto& token : opened.record->api_tokens_of(owner.id)) {
        std::string scopes;
        for (const auto scope : token.scopes)
            scopes.append(scopes.empty() ? "" : ",").append(model::to_string(scope));
        out << fmt::format(
            "{} {:<8} until {} {} {}\n",
            token.id,
            state_of(token),
            model::to_rfc3339(token.expires_at),
            scopes,
            token.name);
    }
    return 0;
}

int revoke_token(
    const place& at,
    const std::string& name,
    const token_options& wanted,
    std::ostream& out)
{
    const auto opened = open_moderators(at, when_missing::refuse);
    const auto owner = find_moderator(*opened.record, name);
    if (!opened.record->revoke_api_token(owner.id, wanted.id, command_line_hand()))
        throw std::runtime_error(fmt::format(
            "{} has no such token in force; see: rejoinder moderator list-tokens",
            name));
    out << "Revoked.\n";
    return 0;
}

}  // namespace rejoinder::cli
