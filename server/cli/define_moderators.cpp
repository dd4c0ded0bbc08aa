#include "server/cli/define_commands.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace rejoinder::cli {

namespace {

password_source source_of(const moderator_options& options)
{
    return options.from_stdin ? password_source::standard_input : password_source::generated;
}

void add_rights(CLI::App& command, moderator_options& options)
{
    command
        .add_option(
            "--role",
            options.account.role,
            "viewer: sees; moderator: decides as well;\n"
            "admin: changes rules and accounts, too")
        ->type_name("ROLE")
        ->check(CLI::IsMember({"admin", "moderator", "viewer"}))
        ->capture_default_str();
    command.add_option("--sites", options.account.sites, "Where the role holds, as in news,sport")
        ->type_name("SITES")
        ->delimiter(',')
        ->capture_default_str();
}

void define_add(CLI::App& moderator, moderator_options& options, action& chosen)
{
    auto* add = add_moderator_command(
        moderator,
        options,
        "add",
        "Add a moderator, who can sign in at the desk at once.",
        "Examples:\n"
        "  rejoinder moderator add anna --role admin\n"
        "  pass show desk/ben | rejoinder moderator add ben --sites demo --password-stdin");
    add_moderator_name(*add, options);
    add_moderator_password(*add, options);
    add_rights(*add, options);
    add->callback([&] {
        chosen = [&] {
            return add_moderator(options.account, source_of(options), std::cin, std::cout);
        };
    });

    auto* invite = add_moderator_command(
        moderator,
        options,
        "invite",
        "Print a link with which somebody chooses a password and joins.",
        "Example:\n  rejoinder moderator invite carla --url https://comments.example.org");
    add_moderator_name(*invite, options);
    add_rights(*invite, options);
    invite->add_option("--url", options.url, "Where browsers reach the server")
        ->type_name("URL")
        ->required();
    invite->callback([&] {
        chosen = [&] {
            return invite_moderator(options.account, options.url, std::cout);
        };
    });
}

}  // namespace

CLI::App* add_moderator_command(
    CLI::App& moderator,
    moderator_options& options,
    const char* name,
    const char* help,
    const char* examples)
{
    auto* command = moderator.add_subcommand(name, help);
    command->footer(examples);
    add_config(*command, options.account.at);
    add_data_directory(*command, options.account.at);
    return command;
}

void add_moderator_name(CLI::App& command, moderator_options& options)
{
    command.add_option("NAME", options.account.name, "What the moderator signs in with")
        ->type_name("")
        ->required();
}

void add_moderator_password(CLI::App& command, moderator_options& options)
{
    command.add_flag(
        "--password-stdin",
        options.from_stdin,
        "Read the password from the first line of standard input,\n"
        "at least 12 bytes; without it one is generated and printed");
}

void define_moderators(CLI::App& app, moderator_options& options, action& chosen)
{
    auto* moderator = app.add_subcommand(
        "moderator",
        "Accounts of the desk: add, invite, list, change; tokens for programs.");
    moderator->require_subcommand(1);

    define_add(*moderator, options, chosen);
    auto* list = add_moderator_command(
        *moderator,
        options,
        "list",
        "List the moderators: name, role, whether enabled, since when, sites.",
        "Example:\n  rejoinder moderator list --names");
    list->add_flag("--names", options.names_only, "Names alone, one a line");
    list->callback([&] {
        chosen = [&] {
            const auto form = options.names_only ? name_list::plain : name_list::full;
            return list_moderators(options.account.at, form, std::cout);
        };
    });
    define_moderator_changes(*moderator, options, chosen);
    define_moderator_tokens(*moderator, options, chosen);
}

}  // namespace rejoinder::cli
