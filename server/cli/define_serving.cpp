#include "server/cli/define_commands.hpp"
#include "server/cli/listen_address.hpp"

#include <CLI/CLI.hpp>

namespace rejoinder::cli {

namespace {

std::string why_not_listen(std::string& text)
{
    if (parse_listen_address(text))
        return {};
    return text + " is no IP address and port such as 127.0.0.1:8080 or [::1]:8080";
}

void add_listener(CLI::App& command, const char* name, std::string& target, const char* help)
{
    command.add_option(name, target, help)
        ->type_name("ADDRESS:PORT")
        ->check(CLI::Validator(why_not_listen, ""));
}

void add_common(CLI::App& command, serve_options& options)
{
    add_config(command, options.at);
    add_data_directory(command, options.at);
    add_listener(
        command,
        "--ops-listen",
        options.ops_listen,
        "Listen here for /healthz, /readyz and /metrics,\n"
        "instead of where the configuration says");
    command.add_option("--log-level", options.log_level, "The least level of the log on stderr")
        ->type_name("LEVEL")
        ->check(CLI::IsMember({"debug", "info", "warning", "error"}))
        ->capture_default_str();
}

}  // namespace

void define_serving(CLI::App& app, serve_options& options, action& chosen)
{
    auto* serve_command = app.add_subcommand(
        "serve",
        "Run the server: take, judge, store and show comments.\n"
        "SIGTERM or Ctrl-C ends it after requests and batch in hand.");
    serve_command->footer(
        "Examples:\n"
        "  rejoinder serve --config config/development.json\n"
        "  rejoinder serve --config /etc/rejoinder/rejoinder.json --data-dir /var/lib/rejoinder\n"
        "\n"
        "Several processes need a Redis of yours (redis.mode \"url\"): run serve --role web as "
        "often\n"
        "as readers need it, and rejoinder work beside.");
    add_common(*serve_command, options);
    add_listener(
        *serve_command,
        "--listen",
        options.listen,
        "Listen here for readers and the desk, instead of where\n"
        "the configuration says; port 0 takes a free one and logs it");
    serve_command
        ->add_option(
            "--role",
            options.role,
            "all: the whole server; web: all but judging;\nworker: judging alone, as work does")
        ->type_name("ROLE")
        ->check(CLI::IsMember({"all", "web", "worker"}))
        ->capture_default_str();
    serve_command->callback([&] {
        chosen = [&options] {
            return serve(options);
        };
    });

    auto* work_command =
        app.add_subcommand("work", "Run a worker alone: judge and store what web processes queue.");
    work_command->footer(
        "Example:\n"
        "  rejoinder work --config /etc/rejoinder/rejoinder.json --ops-listen 127.0.0.1:8082");
    add_common(*work_command, options);
    work_command->callback([&] {
        options.role = "worker";
        chosen = [&options] {
            return serve(options);
        };
    });
}

}  // namespace rejoinder::cli
