#include "moderation/text/word_list_csv.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("word csv: rows that say the same are one part", "[moderation][word_list]")
{
    const auto parsed = parse_word_csv("Entry,Mode,language,fields,case\r\n"
                                       "bad,banned,,,\r\n"
                                       "*worse*,banned,,,\r\n"
                                       "\"well, well\",suspect,en,name text,\r\n"
                                       "Mist,suspect,DE,,sensitive\r\n"
                                       "\r\n"
                                       "plain\r\n");

    CHECK(parsed.errors.empty());
    REQUIRE(parsed.parts.size() == 4);
    CHECK(parsed.parts[0].reason == reason::banned_word);
    REQUIRE(parsed.parts[0].entries.size() == 2);
    CHECK(parsed.parts[0].entries[1] == word_entry{entry_kind::term, "worse", true, true, 3});
    CHECK(parsed.parts[1].entries[0].text == "well, well");
    CHECK(parsed.parts[1].language == "en");
    CHECK(
        parsed.parts[1].fields ==
        std::vector<comment_field>{comment_field::name, comment_field::text});
    CHECK(parsed.parts[2].language == "de");
    CHECK(parsed.parts[2].entries[0].case_sensitive);
    CHECK_FALSE(parsed.parts[3].reason.has_value());
    CHECK(parsed.parts[3].entries[0].line == 7);
}

TEST_CASE("word csv: what cannot be read is named by its line", "[moderation][word_list]")
{
    const auto parsed = parse_word_csv("entry,mode,fields,case\n"
                                       "a,no,,\n"
                                       "b,banned,nose,\n"
                                       "\"two\nlines\",banned,,\n"
                                       "c,banned,,upper\n"
                                       ",banned,,\n"
                                       "d,banned,,,,\n"
                                       "good,banned,,\n");

    const std::vector<word_list_error> expected = {
        {2, "no such mode: \"no\""},
        {3, "no such field: \"nose\""},
        {4, "an entry needs at least one letter"},
        {6, "no such case: \"upper\""},
        {7, "an entry needs at least one letter"},
        {8, "more cells than columns; an entry with a comma needs quotes"},
    };
    CHECK(parsed.errors == expected);
    REQUIRE(parsed.parts.size() == 1);
    CHECK(parsed.parts[0].entries.size() == 1);
}

TEST_CASE("word csv: without its header a table is refused", "[moderation][word_list]")
{
    CHECK(parse_word_csv("word,banned\n").errors.size() == 1);
    CHECK(parse_word_csv("mode\nbanned\n").errors.size() == 1);
    CHECK(parse_word_csv("").errors.empty());
}
