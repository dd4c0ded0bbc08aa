#include "moderation/text/word_list.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("word list: every kind of line", "[moderation][word_list]")
{
    const auto parsed = parse_word_list("\xEF\xBB\xBF# a comment\r\n"
                                        "\n"
                                        "  word \r\n"
                                        "two words\n"
                                        "*word\n"
                                        "word*\n"
                                        "*word*\n"
                                        "/colou?rs?/\n"
                                        "!scunthorpe\n"
                                        "! pen is*\n"
                                        "\\#tag\n"
                                        "a#b\n"
                                        "~word\n"
                                        "=Word");

    CHECK(parsed.errors.empty());
    const std::vector<word_entry> expected = {
        {entry_kind::term, "word", false, false, 3},
        {entry_kind::term, "two words", false, false, 4},
        {entry_kind::term, "word", true, false, 5},
        {entry_kind::term, "word", false, true, 6},
        {entry_kind::term, "word", true, true, 7},
        {entry_kind::pattern, "colou?rs?", false, false, 8},
        {entry_kind::exception, "scunthorpe", false, false, 9},
        {entry_kind::exception, "pen is", false, true, 10},
        {entry_kind::term, "#tag", false, false, 11},
        {entry_kind::term, "a#b", false, false, 12},
        {entry_kind::term, "word", true, true, 13},
        {entry_kind::term, "Word", false, false, 14, true, true},
    };
    CHECK(parsed.entries == expected);
}

TEST_CASE("word list: lines that are no entries are named and skipped", "[moderation][word_list]")
{
    const auto parsed =
        parse_word_list("good\n*\n/open\n//\n!\n" + std::string(401, 'a') + "\n**\nalso good\n");

    CHECK(parsed.entries.size() == 2);
    const std::vector<word_list_error> expected = {
        {2, "an entry needs at least one letter"},
        {3, "a pattern needs a closing /"},
        {4, "the pattern is empty"},
        {5, "an exception needs at least one letter"},
        {6, "an entry has at most 400 bytes"},
        {7, "an entry needs at least one letter"},
    };
    CHECK(parsed.errors == expected);
}

TEST_CASE("word list: nothing is an empty list", "[moderation][word_list]")
{
    CHECK(parse_word_list("").entries.empty());
    CHECK(parse_word_list("\n# only this").entries.empty());
}

TEST_CASE("word list: the number of entries is bounded", "[moderation][word_list]")
{
    std::string text;
    for (std::size_t i = 0; i <= word_list_entries_max + 5; ++i)
        text += "a\n";

    const auto parsed = parse_word_list(text);

    CHECK(parsed.entries.size() == word_list_entries_max);
    REQUIRE(parsed.errors.size() == 1);
    CHECK(parsed.errors[0].line == word_list_entries_max + 1);
}

TEST_CASE("word list: options hold for all terms", "[moderation][word_list]")
{
    auto entries = parse_word_list("word\n!exception\n/pattern/\n").entries;

    apply({.disguises = false, .inside_words = true, .case_sensitive = false}, entries);

    const std::vector<word_entry> expected = {
        {entry_kind::term, "word", true, true, 1, true, false},
        {entry_kind::exception, "exception", false, false, 2},
        {entry_kind::pattern, "pattern", false, false, 3},
    };
    CHECK(entries == expected);

    apply({.disguises = true, .inside_words = false, .case_sensitive = true}, entries);
    CHECK(entries[0].case_sensitive);
}
