#include "server/cli/progress_bar.hpp"

#include "tests/support/catch.hpp"

#include <sstream>

using rejoinder::cli::progress_bar;

TEST_CASE("progress bar: it grows in place, and ends its line", "[cli]")
{
    std::ostringstream out;
    {
        progress_bar bar("Copying", out, true);
        bar.show(0);
        bar.show(0.001);  // The same percent is not drawn again.
        bar.show(0.5);
        bar.show(1);
    }
    const std::string dots(40, '.');
    CHECK(
        out.str() == "\rCopying [" + dots + "] 0%\rCopying [" + std::string(20, '#') +
                         std::string(20, '.') + "] 50%\rCopying [" + std::string(40, '#') +
                         "] 100%\n");
}

TEST_CASE("progress bar: where nobody looks on, nothing is drawn", "[cli]")
{
    std::ostringstream out;
    {
        progress_bar bar("Copying", out, false);
        bar.show(0.5);
    }
    CHECK(out.str().empty());
}
