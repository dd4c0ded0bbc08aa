#include "server/config/read_word_lists.hpp"

#include "server/config/json_reader.hpp"
#include "server/config/rule_files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace rejoinder;
using config::problem;
using moderation::comment_field;
using moderation::reason;

namespace {

struct lists_fixture {
    tests::temporary_directory directory;
    std::vector<problem> problems;

    std::vector<moderation::word_list> load(const std::string& json)
    {
        const config::json_document document(directory.write("rules.json", json), problems);
        config::json_reader reader(document, document.root(), "words", problems);
        std::vector<moderation::word_list> lists;
        config::folder_files files(directory.path());
        config::read_word_lists(reader, lists, files, problems);
        reader.finish();
        return lists;
    }
};

}  // namespace

TEST_CASE_METHOD(lists_fixture, "read word lists: each option of a list is read", "[config]")
{
    directory.write("words.txt", "one\n~two\n=Three\n");
    const auto lists = load(R"({"lists": [{"file": "words.txt", "reason": "banned_word",
        "fields": ["name", "email_domain"], "language": "de", "disguises": false, "silent": true,
        "inside_words": true, "case_sensitive": true}]})");

    CHECK(problems.empty());
    REQUIRE(lists.size() == 1);
    CHECK(lists[0].reason == reason::banned_word);
    CHECK(lists[0].language == "de");
    CHECK(lists[0].silent);
    CHECK(
        lists[0].fields ==
        std::vector<comment_field>{comment_field::name, comment_field::email_domain});
    REQUIRE(lists[0].entries.size() == 3);
    CHECK(lists[0].entries[0].open_begin);
    CHECK(lists[0].entries[0].as_written);
    CHECK(lists[0].entries[0].case_sensitive);
}

TEST_CASE_METHOD(lists_fixture, "read word lists: lists of other systems", "[config]")
{
    directory.write("keys.txt", "casino\n#deal\n");
    directory.write("phrases.txt", "very bad\n*odd\n");
    const auto lists = load(R"({"lists": [{"file": "keys.txt", "format": "wordpress"},
        {"file": "keys.txt", "format": "wordpress", "disguises": true, "fields": ["text"]},
        {"file": "phrases.txt", "format": "coral"}]})");

    CHECK(problems.empty());
    REQUIRE(lists.size() == 3);
    CHECK(lists[0].fields.size() == 4);
    CHECK(lists[0].entries[1].text == "#deal");
    CHECK(lists[0].entries[0].open_end);
    CHECK(lists[0].entries[0].as_written);
    CHECK_FALSE(lists[1].entries[0].as_written);
    CHECK(lists[1].fields == std::vector<comment_field>{comment_field::text});
    CHECK(lists[2].entries[1].text == "*odd");
    CHECK_FALSE(lists[2].entries[1].open_begin);
}

TEST_CASE_METHOD(lists_fixture, "read word lists: a table becomes several lists", "[config]")
{
    directory.write(
        "table.csv",
        "entry,mode,language\nbad,banned,\nmist,suspect,de\nother,,\nx,banned,zzz\ny,no,\n");
    const auto lists =
        load(R"({"lists": [{"file": "table.csv", "format": "csv", "reason": "promotion"}]})");

    REQUIRE(lists.size() == 3);
    CHECK(lists[0].reason == reason::banned_word);
    CHECK(lists[1].language == "de");
    CHECK(lists[2].reason == reason::promotion);
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].path == "line 6");
    CHECK(problems[1].path == "line 5");
    CHECK(problems[1].file == (directory.path() / "table.csv").string());
}

TEST_CASE_METHOD(lists_fixture, "read word lists: faults are told by key or line", "[config]")
{
    directory.write("words.txt", "fine\n/open\n");
    load(R"({"lists": [{"file": "words.txt", "format": "html", "fields": ["nose"],
        "language": "zzz", "reason": "honeypot", "inside": true}]})");

    std::vector<std::string> paths;
    for (const auto& each : problems)
        paths.push_back(each.path);
    CHECK_THAT(
        paths,
        Catch::Matchers::UnorderedEquals(std::vector<std::string>{
            "words.lists.0.reason",
            "words.lists.0.format",
            "words.lists.0.fields",
            "words.lists.0.language",
            "words.lists.0.inside",
            "line 2"}));
}
