#pragma once

#include <iosfwd>
#include <string>

namespace rejoinder::cli {

/// A bar on a terminal that grows as something gets done; nothing where nobody looks on.
class progress_bar {
public:
    /// `visible`: whether `out` is a terminal.
    progress_bar(std::string what, std::ostream& out, bool visible);
    ~progress_bar();
    progress_bar(const progress_bar&) = delete;
    progress_bar& operator=(const progress_bar&) = delete;

    /// From 0 to 1.
    void show(double done);

private:
    std::string what_;
    std::ostream& out_;
    bool visible_;
    int shown_ = -1;  ///< Percent.
};

/// Whether a person sees what goes to standard error.
bool is_watched();

}  // namespace rejoinder::cli
