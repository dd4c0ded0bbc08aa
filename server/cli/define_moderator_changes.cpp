#include "server/cli/define_commands.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace rejoinder::cli {

namespace {

void define_rights(CLI::App& moderator, moderator_options& options, action& chosen)
{
    auto* role = add_moderator_command(
        moderator,
        options,
        "role",
        "Give a moderator another role.",
        "Example:\n  rejoinder moderator role anna viewer");
    add_moderator_name(*role, options);
    role->add_option("ROLE", options.account.role, "admin, moderator or viewer")
        ->type_name("")
        ->check(CLI::IsMember({"admin", "moderator", "viewer"}))
        ->required();
    role->callback([&] {
        chosen = [&] {
            return change_role(options.account, std::cout);
        };
    });

    auto* sites = add_moderator_command(
        moderator,
        options,
        "sites",
        "Say on which sites a moderator works.",
        "Examples:\n"
        "  rejoinder moderator sites anna news,sport\n"
        "  rejoinder moderator sites anna all");
    add_moderator_name(*sites, options);
    sites->add_option("SITES", options.account.sites, "Ids from the configuration, or all")
        ->type_name("")
        ->delimiter(',')
        ->required();
    sites->callback([&] {
        chosen = [&] {
            return change_sites(options.account, std::cout);
        };
    });
}

void define_access(CLI::App& moderator, moderator_options& options, action& chosen)
{
    auto* disable = add_moderator_command(
        moderator,
        options,
        "disable",
        "Keep a moderator from signing in; the decisions stay.",
        "Example:\n  rejoinder moderator disable anna");
    add_moderator_name(*disable, options);
    disable->callback([&] {
        chosen = [&] {
            const auto& who = options.account;
            return change_access(who.at, who.name, access::disabled, std::cout);
        };
    });

    auto* enable = add_moderator_command(
        moderator,
        options,
        "enable",
        "Let a disabled moderator sign in again.",
        "Example:\n  rejoinder moderator enable anna");
    add_moderator_name(*enable, options);
    enable->callback([&] {
        chosen = [&] {
            const auto& who = options.account;
            return change_access(who.at, who.name, access::allowed, std::cout);
        };
    });
}

void define_secrets(CLI::App& moderator, moderator_options& options, action& chosen)
{
    auto* reset = add_moderator_command(
        moderator,
        options,
        "reset-password",
        "Give a moderator a new password; all sessions end.",
        "Examples:\n"
        "  rejoinder moderator reset-password anna\n"
        "  pass show desk/anna | rejoinder moderator reset-password anna --password-stdin");
    add_moderator_name(*reset, options);
    add_moderator_password(*reset, options);
    reset->callback([&] {
        chosen = [&] {
            const auto& who = options.account;
            const auto source =
                options.from_stdin ? password_source::standard_input : password_source::generated;
            return reset_password(who.at, who.name, source, std::cin, std::cout);
        };
    });

    auto* factor = add_moderator_command(
        moderator,
        options,
        "drop-second-factor",
        "Let a moderator who lost it sign in without a second factor.",
        "Example:\n  rejoinder moderator drop-second-factor anna");
    add_moderator_name(*factor, options);
    factor->callback([&] {
        chosen = [&] {
            return drop_second_factor(options.account.at, options.account.name, std::cout);
        };
    });

    auto* sessions = add_moderator_command(
        moderator,
        options,
        "end-sessions",
        "Sign a moderator out everywhere.",
        "Example:\n  rejoinder moderator end-sessions anna");
    add_moderator_name(*sessions, options);
    sessions->callback([&] {
        chosen = [&] {
            return end_sessions(options.account.at, options.account.name, std::cout);
        };
    });
}

}  // namespace

void define_moderator_changes(CLI::App& moderator, moderator_options& options, action& chosen)
{
    define_rights(moderator, options, chosen);
    define_access(moderator, options, chosen);
    define_secrets(moderator, options, chosen);
}

}  // namespace rejoinder::cli
