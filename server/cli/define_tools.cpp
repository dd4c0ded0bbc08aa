#include "server/cli/define_commands.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace rejoinder::cli {

namespace {

void define_checks(CLI::App& app, place& at, action& chosen)
{
    auto* check = app.add_subcommand(
        "check-config",
        "Check configuration, rule set and lists; name every problem.");
    check->footer(
        "Example:\n"
        "  rejoinder check-config --config config/rejoinder.json\n"
        "\n"
        "Every problem is a line \"file: key: what was expected\"; then the exit code is 2.\n"
        "config/README.md explains every key.");
    add_config(*check, at);
    check->callback([&] {
        chosen = [&] {
            return check_config(at, std::cout);
        };
    });

    auto* judge_command =
        app.add_subcommand("judge", "Judge comments from standard input without storing them.");
    judge_command->footer(
        "Example:\n"
        "  echo '{\"text\": \"Check out my channel!\"}' | rejoinder judge\n"
        "\n"
        "Reads a JSON object a line: \"text\", and if you like \"name\", \"email\", \"website\".\n"
        "Writes one a line: \"verdict\", \"score\", \"findings\" with their place in the text, "
        "and\n"
        "\"rule_set\"; or \"error\", and then the exit code is 1.");
    add_config(*judge_command, at);
    judge_command->callback([&] {
        chosen = [&] {
            return judge(at, std::cin, std::cout);
        };
    });
}

void define_verify(CLI::App& app, verify_options& verify, action& chosen)
{
    auto* command = app.add_subcommand(
        "verify-privacy",
        "Search everything for every e-mail address that is stored.");
    command->footer(
        "Example:\n"
        "  rejoinder verify-privacy --data-dir /var/lib/rejoinder --server http://127.0.0.1:8080 "
        "\\\n"
        "      --also /var/log/rejoinder.log\n"
        "\n"
        "Opens every sealed address in memory and looks for it, its hashes and its encodings in\n"
        "database, Redis, data directory, logs and answers. The exit code is 1 when one is found.");
    add_config(*command, verify.at);
    add_data_directory(*command, verify.at);
    command
        ->add_option("--server", verify.server, "http://HOST:PORT of the server, for its answers")
        ->type_name("URL");
    command
        ->add_option(
            "--ops-server",
            verify.ops_server,
            "http://HOST:PORT of its operations listener, for\nhealth and metrics")
        ->type_name("URL");
    command->add_option("--also", verify.also, "More files and directories, such as the log")
        ->type_name("PATH");
    command->callback([&] {
        chosen = [&] {
            return verify_privacy(verify, std::cout);
        };
    });
}

}  // namespace

void define_tools(CLI::App& app, place& at, verify_options& verify, action& chosen)
{
    define_checks(app, at, chosen);

    auto* migrate_command =
        app.add_subcommand("migrate", "Bring the database's schema up to date, as serve does.");
    migrate_command->footer(
        "Example:\n"
        "  rejoinder migrate --data-dir /var/lib/rejoinder\n"
        "\n"
        "May be run again at any time. Keep a copy of the database before a new version.");
    add_config(*migrate_command, at);
    add_data_directory(*migrate_command, at);
    migrate_command->callback([&] {
        chosen = [&] {
            return migrate(at, std::cout);
        };
    });

    define_verify(app, verify, chosen);

    app.add_subcommand("version", "Print the version.")->callback([&] {
        chosen = [] {
            std::cout << "rejoinder " REJOINDER_VERSION "\n";
            return 0;
        };
    });
}

}  // namespace rejoinder::cli
