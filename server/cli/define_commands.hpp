#pragma once

#include "server/cli/commands.hpp"
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
    place at;
    std::string name;
    std::string role = "moderator";
    bool names_only = false;
    bool from_stdin = false;
};

/// Each adds commands with their options, help and examples. Options and action are the caller's
/// and outlive the parsing; parsing fills them in.
void define_serving(CLI::App& app, serve_options& options, action& chosen);
void define_tools(CLI::App& app, place& at, verify_options& verify, action& chosen);
void define_moderators(CLI::App& app, moderator_options& options, action& chosen);
void define_rules(CLI::App& app, rules_options& options, action& chosen);

/// --config and --data-dir.
void add_config(CLI::App& command, place& at);
void add_data_directory(CLI::App& command, place& at);

}  // namespace rejoinder::cli
