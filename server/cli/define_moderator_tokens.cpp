#include "server/auth/fresh_token.hpp"
#include "server/cli/define_commands.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace rejoinder::cli {

namespace {

void define_add_token(CLI::App& moderator, moderator_options& options, action& chosen)
{
    auto* add = add_moderator_command(
        moderator,
        options,
        "add-token",
        "Make a token with which a program acts for a moderator.",
        "Example:\n  rejoinder moderator add-token anna --label nightly --scopes read,decide");
    add_moderator_name(*add, options);
    add->add_option("--label", options.token.label, "To know it by")->type_name("TEXT")->required();
    add->add_option("--scopes", options.token.scopes, "Of read, decide, rules, authors")
        ->type_name("SCOPES")
        ->delimiter(',')
        ->check(CLI::IsMember({"read", "decide", "rules", "authors"}))
        ->required();
    add->add_option("--days", options.token.days, "How long it is valid")
        ->type_name("N")
        ->check(CLI::Range(1, auth::token_days_max))
        ->capture_default_str();
    add->callback([&] {
        chosen = [&] {
            const auto& who = options.account;
            return add_token(who.at, who.name, options.token, std::cout);
        };
    });
}

}  // namespace

void define_moderator_tokens(CLI::App& moderator, moderator_options& options, action& chosen)
{
    define_add_token(moderator, options, chosen);

    auto* list = add_moderator_command(
        moderator,
        options,
        "list-tokens",
        "List a moderator's tokens.",
        "Example:\n  rejoinder moderator list-tokens anna");
    add_moderator_name(*list, options);
    list->callback([&] {
        chosen = [&] {
            return list_tokens(options.account.at, options.account.name, std::cout);
        };
    });

    auto* revoke = add_moderator_command(
        moderator,
        options,
        "revoke-token",
        "Make a token of a moderator void.",
        "Example:\n  rejoinder moderator revoke-token anna ID");
    add_moderator_name(*revoke, options);
    revoke->add_option("ID", options.token.id, "As list-tokens shows it")
        ->type_name("")
        ->required();
    revoke->callback([&] {
        chosen = [&] {
            const auto& who = options.account;
            return revoke_token(who.at, who.name, options.token, std::cout);
        };
    });
}

}  // namespace rejoinder::cli
