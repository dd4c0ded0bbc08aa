#include "server/cli/progress_bar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <unistd.h>
#include <utility>

namespace rejoinder::cli {

progress_bar::progress_bar(std::string unit, std::ostream& out, bool terminal)
    : unit_(std::move(unit)),
      out_(out),
      terminal_(terminal)
{
}

bool progress_bar::operator()(std::int64_t done, std::int64_t of)
{
    const auto percent = of == 0 ? 100 : std::min<std::int64_t>(100, done * 100 / of);
    if (percent == shown_ || (!terminal_ && percent / 10 == shown_ / 10))
        return true;
    shown_ = percent;
    const auto filled = static_cast<std::size_t>(percent) / 4;
    out_ << fmt::format(
        "{}[{:<25}] {:>3} %  {} of {} {}{}",
        terminal_ ? "\r" : "",
        std::string(filled, '#'),
        percent,
        done,
        of,
        unit_,
        terminal_ && percent < 100 ? "" : "\n");
    out_.flush();
    return true;
}

bool is_watched()
{
    return ::isatty(STDERR_FILENO) == 1;
}

}  // namespace rejoinder::cli
