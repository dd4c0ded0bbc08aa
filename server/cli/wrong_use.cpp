#include "server/cli/wrong_use.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

namespace rejoinder::cli {

namespace {

const CLI::App& deepest_command(const CLI::App& app)
{
    const auto* command = &app;
    while (!command->get_subcommands().empty())
        command = command->get_subcommands().front();
    return *command;
}

std::string full_name(const CLI::App& command)
{
    const auto* parent = command.get_parent();
    return parent ? full_name(*parent) + ' ' + command.get_name() : command.get_name();
}

std::string names_of_commands(const CLI::App& command)
{
    std::vector<std::string> names;
    for (const auto* each : command.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(each->get_name());
    return fmt::format("{}", fmt::join(names, ", "));
}

/// The first argument nobody took; empty when each was taken.
std::string first_left_over(const CLI::App& app, int argc, const char* const* argv)
{
    const auto left = app.remaining(true);
    const auto* const first = std::find_first_of(argv, argv + argc, left.begin(), left.end());
    return first == argv + argc ? std::string() : *first;
}

}  // namespace

std::string explain_wrong_use(
    const CLI::App& app,
    const CLI::ParseError& error,
    int argc,
    const char* const* argv)
{
    const auto& command = deepest_command(app);
    const auto name = full_name(command);
    const auto commands = names_of_commands(command);
    const auto left_over = first_left_over(app, argc, argv);

    std::string what = error.what();
    if (left_over.starts_with('-'))
        what = "there is no option " + left_over;
    else if (!left_over.empty() && !commands.empty())
        what = fmt::format("there is no command {}; there are {}", left_over, commands);
    else if (!left_over.empty())
        what = fmt::format("no argument {} is expected", left_over);
    else if (!commands.empty())
        what = "a command is missing; there are " + commands;
    return fmt::format("{}: {}\nSee: {} --help\n", name, what, name);
}

}  // namespace rejoinder::cli
