#pragma once

#include "server/cli/backup_commands.hpp"
#include "server/cli/commands.hpp"
#include "server/cli/moderator_commands.hpp"
#include "server/cli/rules_commands.hpp"

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace rejoinder::cli {

/// The command that was chosen, ready to run. Returns the exit code.
using action = std::function<int()>;

struct moderator_options {
    account_options account;
    token_options token;
    std::string url;
    bool names_only = false;
    bool from_stdin = false;
};

/// Each adds commands with their options, help and examples. Options and action are the caller's
/// and outlive the parsing; parsing fills them in.
void define_serving(CLI::App& app, serve_options& options, action& chosen);
void define_tools(CLI::App& app, place& at, verify_options& verify, action& chosen);
void define_moderators(CLI::App& app, moderator_options& options, action& chosen);
void define_moderator_changes(CLI::App& moderator, moderator_options& options, action& chosen);
void define_moderator_tokens(CLI::App& moderator, moderator_options& options, action& chosen);
void define_rules(CLI::App& app, rules_options& options, action& chosen);
void define_backup(CLI::App& app, backup_options& options, action& chosen);

/// A subcommand of `moderator` on one of them, with the place of the installation.
CLI::App* add_moderator_command(
    CLI::App& moderator,
    moderator_options& options,
    const char* name,
    const char* help,
    const char* examples);
void add_moderator_name(CLI::App& command, moderator_options& options);
void add_moderator_password(CLI::App& command, moderator_options& options);

/// --config and --data-dir.
void add_config(CLI::App& command, place& at);
void add_data_directory(CLI::App& command, place& at);

}  // namespace rejoinder::cli
