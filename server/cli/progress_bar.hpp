#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

namespace rejoinder::cli {

/// How far something is: a bar on a terminal, a line for each tenth elsewhere.
class progress_bar {
public:
    /// `unit` is what is counted: "comments".
    progress_bar(std::string unit, std::ostream& out, bool terminal);

    /// Always true: whoever counts is to go on.
    bool operator()(std::int64_t done, std::int64_t of);

private:
    std::string unit_;
    std::ostream& out_;
    bool terminal_;
    std::int64_t shown_ = -1;  ///< Percent.
};

/// Whether standard error is a terminal.
bool is_watched();

}  // namespace rejoinder::cli
