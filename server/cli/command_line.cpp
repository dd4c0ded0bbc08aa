#include "server/cli/command_line.hpp"

#include "server/cli/commands.hpp"
#include "server/config/problem.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <iostream>
#include <string>

namespace rejoinder::cli {

namespace {

constexpr int failed = 1;
constexpr int wrong_use = 2;

using action = std::function<int()>;

void add_place(CLI::App& command, place& at)
{
    command.add_option("--config", at.config, "Configuration file (JSON with comments)")
        ->capture_default_str();
    command
        .add_option(
            "--data-dir",
            at.data_directory,
            "Directory of the database, the keys and the private Redis; created when missing")
        ->capture_default_str();
}

void add_serving(CLI::App& app, serve_options& options, action& chosen)
{
    auto* serve_command = app.add_subcommand(
        "serve",
        "Run the server: takes, judges, stores and shows comments until SIGTERM or Ctrl-C.");
    add_place(*serve_command, options.at);
    serve_command->add_option(
        "--listen",
        options.listen,
        "HOST:PORT for readers and the desk; port 0 picks one and logs it");
    serve_command->add_option(
        "--ops-listen",
        options.ops_listen,
        "HOST:PORT for /healthz, /readyz and /metrics");
    serve_command
        ->add_option(
            "--role",
            options.role,
            "all: the whole server; web: without judging; worker: nothing else")
        ->check(CLI::IsMember({"all", "web", "worker"}))
        ->capture_default_str();

    auto* work_command = app.add_subcommand(
        "work",
        "Run a worker alone: judges and stores what web processes have queued.");
    add_place(*work_command, options.at);
    work_command->add_option(
        "--ops-listen",
        options.ops_listen,
        "HOST:PORT for /healthz, /readyz and /metrics");

    for (auto* command : {serve_command, work_command})
        command->add_option("--log-level", options.log_level, "What the log on stderr holds")
            ->check(CLI::IsMember({"debug", "info", "warning", "error"}))
            ->capture_default_str();
    serve_command->callback([&] {
        chosen = [&options] {
            return serve(options);
        };
    });
    work_command->callback([&] {
        options.role = "worker";
        chosen = [&options] {
            return serve(options);
        };
    });
}

struct moderator_options {
    std::string name;
    std::string role = "moderator";
    bool names_only = false;
    bool from_stdin = false;

    password_source source() const
    {
        return from_stdin ? password_source::standard_input : password_source::generated;
    }
};

void add_moderators(CLI::App& app, place& at, moderator_options& options, action& chosen)
{
    auto* moderator =
        app.add_subcommand("moderator", "Add, list, disable moderators; reset passwords.");
    moderator->require_subcommand(1);
    const auto command = [&](const char* name, const char* help) {
        auto* made = moderator->add_subcommand(name, help);
        add_place(*made, at);
        return made;
    };
    const auto takes_name = [&](CLI::App* made) {
        made->add_option("NAME", options.name, "What the moderator signs in with")->required();
    };
    const auto takes_password = [&](CLI::App* made) {
        made->add_flag(
            "--password-stdin",
            options.from_stdin,
            "Read the password from standard input; otherwise one is generated and printed");
    };

    auto* add = command("add", "Add a moderator.");
    takes_name(add);
    takes_password(add);
    add->add_option("--role", options.role, "admin, moderator or viewer (sees, decides nothing)")
        ->check(CLI::IsMember({"admin", "moderator", "viewer"}))
        ->capture_default_str();
    add->callback([&] {
        chosen = [&] {
            return add_moderator(
                at,
                options.name,
                options.role,
                options.source(),
                std::cin,
                std::cout);
        };
    });

    auto* list = command("list", "List the moderators.");
    list->add_flag("--names", options.names_only, "Names alone, one a line");
    list->callback([&] {
        chosen = [&] {
            const auto form = options.names_only ? name_list::plain : name_list::full;
            return list_moderators(at, form, std::cout);
        };
    });

    auto* disable = command("disable", "Keep a moderator from signing in.");
    takes_name(disable);
    disable->callback([&] {
        chosen = [&] {
            return disable_moderator(at, options.name, std::cout);
        };
    });

    auto* reset = command("reset-password", "Give a moderator a new password.");
    takes_name(reset);
    takes_password(reset);
    reset->callback([&] {
        chosen = [&] {
            return reset_password(at, options.name, options.source(), std::cin, std::cout);
        };
    });
}

void add_tools(CLI::App& app, place& at, verify_options& verify, action& chosen)
{
    auto* check = app.add_subcommand(
        "check-config",
        "Check the configuration and the rule set; name every problem at once.");
    add_place(*check, at);
    check->callback([&] {
        chosen = [&] {
            return check_config(at, std::cout);
        };
    });

    auto* judge_command = app.add_subcommand(
        "judge",
        "Judge comments without storing them. Reads {\"name\"?, \"email\"?, \"website\"?, "
        "\"text\", "
        "\"story\"?} a line, writes {\"verdict\", \"findings\", \"rule_set\"} a line.");
    add_place(*judge_command, at);
    judge_command->callback([&] {
        chosen = [&] {
            return judge(at, std::cin, std::cout);
        };
    });

    auto* migrate_command = app.add_subcommand(
        "migrate",
        "Bring the database's schema up to date (serve does so as well).");
    add_place(*migrate_command, at);
    migrate_command->callback([&] {
        chosen = [&] {
            return migrate(at, std::cout);
        };
    });

    auto* verify_command = app.add_subcommand(
        "verify-privacy",
        "Open every stored e-mail address in memory and search database, Redis, logs and public "
        "answers for it, its hashes and its encodings. Exits 1 on a hit.");
    add_place(*verify_command, verify.at);
    verify_command->add_option(
        "--server",
        verify.server,
        "http://HOST:PORT of the running server, to search its answers");
    verify_command->add_option(
        "--ops-server",
        verify.ops_server,
        "http://HOST:PORT of its operations listener, to search health and metrics");
    verify_command->add_option(
        "--also",
        verify.also,
        "Further files or directories to search, such as the log");
    verify_command->callback([&] {
        chosen = [&] {
            return verify_privacy(verify, std::cout);
        };
    });

    app.add_subcommand("version", "Print the version.")->callback([&] {
        chosen = [] {
            std::cout << "rejoinder " REJOINDER_VERSION "\n";
            return 0;
        };
    });
}

}  // namespace

int run(int argc, const char* const* argv)
{
    CLI::App app(
        "Rejoinder, the comment moderation server of news sites. A first look: deploy/run.sh",
        "rejoinder");
    app.require_subcommand(1);
    app.failure_message(CLI::FailureMessage::help);

    action chosen;
    place at;
    serve_options serving;
    moderator_options moderators;
    verify_options verify;
    add_serving(app, serving, chosen);
    add_tools(app, at, verify, chosen);
    add_moderators(app, at, moderators, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : wrong_use;
    }

    try {
        return chosen();
    } catch (const config::config_error& error) {
        std::cerr << error.what() << '\n';
        return wrong_use;
    } catch (const std::exception& error) {
        std::cerr << "rejoinder: " << error.what() << '\n';
        return failed;
    }
}

}  // namespace rejoinder::cli
