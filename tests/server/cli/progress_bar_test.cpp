#include "server/cli/progress_bar.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <sstream>

using rejoinder::cli::progress_bar;

TEST_CASE("progress bar: on a terminal it grows in place, and ends its line", "[cli]")
{
    std::ostringstream out;
    progress_bar bar("pages", out, true);
    bar(0, 1'000);
    bar(1, 1'000);  // The same percent is not drawn again.
    bar(500, 1'000);
    bar(1'000, 1'000);
    CHECK(
        out.str() == "\r[                         ]   0 %  0 of 1000 pages"
                     "\r[############             ]  50 %  500 of 1000 pages"
                     "\r[#########################] 100 %  1000 of 1000 pages\n");
}

TEST_CASE("progress bar: elsewhere it is a line for each tenth", "[cli]")
{
    std::ostringstream out;
    progress_bar bar("pages", out, false);
    for (int done = 0; done <= 100; ++done)
        bar(done, 100);
    const auto text = out.str();
    CHECK(std::count(text.begin(), text.end(), '\n') == 10);
    CHECK(text.find('\r') == std::string::npos);
}

TEST_CASE("progress bar: of nothing, everything is done", "[cli]")
{
    std::ostringstream out;
    progress_bar bar("pages", out, false);
    bar(0, 0);
    CHECK(out.str().find("100 %") != std::string::npos);
}
