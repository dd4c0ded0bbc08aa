#include "moderation/text/list_lines.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace rejoinder::moderation;

TEST_CASE("list lines: blanks, comments and empty lines are passed over", "[moderation][text]")
{
    std::vector<std::pair<std::size_t, std::string>> seen;
    each_list_line("# all\n one two \r\n\n\t\nthree # why\nfour", [&](auto number, auto line) {
        seen.emplace_back(number, line);
        return true;
    });

    CHECK(
        seen == std::vector<std::pair<std::size_t, std::string>>{
                    {2, "one two"},
                    {5, "three"},
                    {6, "four"}});
}

TEST_CASE("list lines: who has seen enough is shown no more", "[moderation][text]")
{
    int seen = 0;
    each_list_line("one\ntwo\nthree", [&](auto, auto) { return ++seen < 2; });

    CHECK(seen == 2);
}
