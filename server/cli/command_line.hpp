#pragma once

namespace rejoinder::cli {

/// Reads the command line and runs the command. Returns the exit code: 0 done, 1 it failed, 2 wrong
/// use or configuration. Says on standard error what is wrong and how to mend it.
int run(int argc, const char* const* argv);

}  // namespace rejoinder::cli
