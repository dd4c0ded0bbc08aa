#include "moderation/text/word_list_formats.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

TEST_CASE("word list formats: WordPress' keys are taken as they are", "[moderation][word_list]")
{
    const auto parsed =
        parse_wordpress_keys(" casino \r\n\n#hash\n*star\n!bang\n/a/\n\u200B\n[url=");

    CHECK(parsed.errors.empty());
    const std::vector<word_entry> expected = {
        {entry_kind::term, "casino", true, true, 1, true},
        {entry_kind::term, "#hash", true, true, 3, true},
        {entry_kind::term, "*star", true, true, 4, true},
        {entry_kind::term, "!bang", true, true, 5, true},
        {entry_kind::term, "/a/", true, true, 6, true},
        {entry_kind::term, "[url=", true, true, 8, true},
    };
    CHECK(parsed.entries == expected);
}

TEST_CASE("word list formats: Coral's phrases are whole words", "[moderation][word_list]")
{
    const auto parsed = parse_coral_phrases("bad\nvery bad*\n" + std::string(401, 'a'));

    const std::vector<word_entry> expected = {
        {entry_kind::term, "bad", false, false, 1},
        {entry_kind::term, "very bad*", false, false, 2},
    };
    CHECK(parsed.entries == expected);
    REQUIRE(parsed.errors.size() == 1);
    CHECK(parsed.errors[0] == word_list_error{3, "an entry has at most 400 bytes"});
}
