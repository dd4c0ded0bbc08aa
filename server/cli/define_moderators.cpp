#include "server/cli/define_commands.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace rejoinder::cli {

namespace {

CLI::App* add_command(
    CLI::App& app,
    moderator_options& options,
    const char* name,
    const char* help,
    const char* examples)
{
    auto* command = app.add_subcommand(name, help);
    command->footer(examples);
    add_config(*command, options.at);
    add_data_directory(*command, options.at);
    return command;
}

void add_name(CLI::App& command, moderator_options& options)
{
    command.add_option("NAME", options.name, "What the moderator signs in with")
        ->type_name("")
        ->required();
}

void add_password(CLI::App& command, moderator_options& options)
{
    command.add_flag(
        "--password-stdin",
        options.from_stdin,
        "Read the password from the first line of standard input,\n"
        "at least 12 bytes; without it one is generated and printed");
}

password_source source_of(const moderator_options& options)
{
    return options.from_stdin ? password_source::standard_input : password_source::generated;
}

void define_changes(CLI::App& moderator, moderator_options& options, action& chosen)
{
    auto* disable = add_command(
        moderator,
        options,
        "disable",
        "Keep a moderator from signing in; the decisions stay.",
        "Example:\n  rejoinder moderator disable anna");
    add_name(*disable, options);
    disable->callback([&] {
        chosen = [&] {
            return disable_moderator(options.at, options.name, std::cout);
        };
    });

    auto* reset = add_command(
        moderator,
        options,
        "reset-password",
        "Give a moderator a new password.",
        "Examples:\n"
        "  rejoinder moderator reset-password anna\n"
        "  pass show desk/anna | rejoinder moderator reset-password anna --password-stdin");
    add_name(*reset, options);
    add_password(*reset, options);
    reset->callback([&] {
        chosen = [&] {
            const auto source = source_of(options);
            return reset_password(options.at, options.name, source, std::cin, std::cout);
        };
    });
}

}  // namespace

void define_moderators(CLI::App& app, moderator_options& options, action& chosen)
{
    auto* moderator =
        app.add_subcommand("moderator", "Add, list, disable moderators; reset passwords.");
    moderator->require_subcommand(1);

    auto* add = add_command(
        *moderator,
        options,
        "add",
        "Add a moderator, who can sign in at the desk at once.",
        "Examples:\n"
        "  rejoinder moderator add anna --role admin\n"
        "  pass show desk/ben | rejoinder moderator add ben --password-stdin");
    add_name(*add, options);
    add_password(*add, options);
    add->add_option("--role", options.role, "viewer: sees; moderator and admin: decide as well")
        ->type_name("ROLE")
        ->check(CLI::IsMember({"admin", "moderator", "viewer"}))
        ->capture_default_str();
    add->callback([&] {
        chosen = [&] {
            const auto source = source_of(options);
            return add_moderator(
                options.at,
                options.name,
                options.role,
                source,
                std::cin,
                std::cout);
        };
    });

    auto* list = add_command(
        *moderator,
        options,
        "list",
        "List the moderators: name, role, whether enabled, since when.",
        "Example:\n  rejoinder moderator list --names");
    list->add_flag("--names", options.names_only, "Names alone, one a line");
    list->callback([&] {
        chosen = [&] {
            const auto form = options.names_only ? name_list::plain : name_list::full;
            return list_moderators(options.at, form, std::cout);
        };
    });
    define_changes(*moderator, options, chosen);
}

}  // namespace rejoinder::cli
