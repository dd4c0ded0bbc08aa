#include "server/cli/command_line.hpp"

#include "moderation/rule_set_error.hpp"
#include "server/cli/define_commands.hpp"
#include "server/cli/wrong_use.hpp"
#include "server/config/problem.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace rejoinder::cli {

namespace {

constexpr int failed = 1;
constexpr int wrong_use = 2;

int run_chosen(const action& chosen)
{
    try {
        return chosen();
    } catch (const config::config_error& error) {
        std::cerr << error.what() << '\n';
        return wrong_use;
    } catch (const moderation::rule_set_error& error) {
        std::cerr << "rule set: " << error.what() << '\n';
        return wrong_use;
    } catch (const std::exception& error) {
        std::cerr << "rejoinder: " << error.what() << '\n';
        return failed;
    }
}

}  // namespace

void add_config(CLI::App& command, place& at)
{
    command.add_option("--config", at.config, "Configuration, see config/README.md")
        ->type_name("FILE")
        ->capture_default_str();
}

void add_data_directory(CLI::App& command, place& at)
{
    command.add_option("--data-dir", at.data_directory, "Where database, keys and Redis are")
        ->type_name("DIRECTORY")
        ->capture_default_str();
}

int run(int argc, const char* const* argv)
{
    CLI::App app("Rejoinder, the comment moderation server of news sites.", "rejoinder");
    app.require_subcommand(1);

    action chosen;
    place at;
    serve_options serving;
    moderator_options moderators;
    verify_options verify;
    backup_options backups;
    rules_options rules;
    define_serving(app, serving, chosen);
    define_tools(app, at, verify, chosen);
    define_backup(app, backups, chosen);
    define_moderators(app, moderators, chosen);
    define_rules(app, rules, chosen);
    app.set_version_flag("--version", "rejoinder " REJOINDER_VERSION);
    app.footer(
        "Examples:\n"
        "  rejoinder serve --config config/development.json   a server to try things out\n"
        "  rejoinder moderator add anna --role admin          who can sign in at its desk\n"
        "\n"
        "rejoinder COMMAND --help tells more. Exit codes: 0 done, 1 it failed, 2 wrong use or\n"
        "configuration. The log and what is wrong are on standard error.");
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked) {
        return app.exit(asked);  // For help or the version.
    } catch (const CLI::ParseError& error) {
        std::cerr << explain_wrong_use(app, error, argc, argv);
        return wrong_use;
    }
    return run_chosen(chosen);
}

}  // namespace rejoinder::cli
