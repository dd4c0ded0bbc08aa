#include "server/cli/progress_bar.hpp"

#include <algorithm>
#include <ostream>
#include <unistd.h>
#include <utility>

namespace rejoinder::cli {

namespace {

constexpr int cells = 40;

}  // namespace

progress_bar::progress_bar(std::string what, std::ostream& out, bool visible)
    : what_(std::move(what)),
      out_(out),
      visible_(visible)
{
}

progress_bar::~progress_bar()
{
    if (visible_ && shown_ >= 0)
        out_ << '\n';
}

void progress_bar::show(double done)
{
    const int percent = static_cast<int>(std::clamp(done, 0.0, 1.0) * 100);
    if (!visible_ || percent == shown_)
        return;
    shown_ = percent;
    const auto full = static_cast<std::size_t>(percent * cells / 100);
    out_ << '\r' << what_ << " [" << std::string(full, '#') << std::string(cells - full, '.')
         << "] " << percent << '%' << std::flush;
}

bool is_watched()
{
    return ::isatty(STDERR_FILENO) == 1;
}

}  // namespace rejoinder::cli
