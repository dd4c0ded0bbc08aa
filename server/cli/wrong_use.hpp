#pragma once

#include <string>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace rejoinder::cli {

/// Two lines: what is wrong with the command line, naming the argument, and where help is. `app`
/// has parsed these arguments and thrown this error.
std::string explain_wrong_use(
    const CLI::App& app,
    const CLI::ParseError& error,
    int argc,
    const char* const* argv);

}  // namespace rejoinder::cli
