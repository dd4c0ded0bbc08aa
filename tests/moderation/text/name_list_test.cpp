#include "moderation/text/name_list.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("name list: one name a line, with comments", "[moderation][name_list]")
{
    const auto parsed = parse_name_list("# the desk\n"
                                        "Ada Lovelace  # editor\r\n"
                                        "\n"
                                        "  王小明\n"
                                        "Jürgen Groß");

    CHECK(parsed.errors.empty());
    CHECK(parsed.names == std::vector<std::string>{"Ada Lovelace", "王小明", "Jürgen Groß"});
}

TEST_CASE("name list: what is no name is told by its line", "[moderation][name_list]")
{
    const auto parsed = parse_name_list("Ada Lovelace\nX\n-- 12 --\n");

    REQUIRE(parsed.errors.size() == 2);
    CHECK(parsed.errors[0].line == 2);
    CHECK(parsed.errors[1].line == 3);
    CHECK(parsed.names.size() == 1);
}

TEST_CASE("name list: it ends somewhere", "[moderation][name_list]")
{
    std::string text;
    for (std::size_t i = 0; i < name_list_entries_max + 2; ++i)
        text += "Ada Lovelace\n";
    const auto parsed = parse_name_list(text);

    CHECK(parsed.names.size() == name_list_entries_max);
    REQUIRE(parsed.errors.size() == 1);
    CHECK(parsed.errors[0].line == name_list_entries_max + 1);
}
