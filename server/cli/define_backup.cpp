#include "server/cli/define_commands.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace rejoinder::cli {

namespace {

void add_directory(CLI::App& command, backup_options& options)
{
    command.add_option("DIRECTORY", options.directory, "Of the backup")->type_name("")->required();
    add_config(command, options.at);
    add_data_directory(command, options.at);
}

}  // namespace

void define_backup(CLI::App& app, backup_options& options, action& chosen)
{
    auto* make = app.add_subcommand(
        "backup",
        "Copy everything durable to a new directory while the server goes on.");
    make->footer("Example:\n"
                 "  rejoinder backup /backups/2026-12-01 --data-dir /var/lib/rejoinder\n"
                 "\n"
                 "Record, waiting submissions and the keys of retries, as of one moment, which it "
                 "tells. It\n"
                 "is checked by opening it. Addresses are sealed in it; the keys and the "
                 "configuration stay\n"
                 "out: keep them apart.");
    add_directory(*make, options);
    make->add_flag("--with-keys", options.with_keys, "Put the key file into it too");
    make->callback([&] {
        chosen = [&] {
            return backup(options, std::cout);
        };
    });

    auto* put_back = app.add_subcommand("restore", "Put a backup in place. Stop the server first.");
    put_back->footer(
        "Example:\n"
        "  rejoinder restore /backups/2026-12-01 --data-dir /var/lib/rejoinder\n"
        "\n"
        "Nothing is overwritten: the record must not exist and the queue must be empty. The key\n"
        "file must be there, unless it is in the backup.");
    add_directory(*put_back, options);
    put_back->callback([&] {
        chosen = [&] {
            return restore(options, std::cout);
        };
    });
}

}  // namespace rejoinder::cli
