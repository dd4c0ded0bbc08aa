#include "server/config/read_filters.hpp"

#include "server/config/json_reader.hpp"
#include "server/config/rule_files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace rejoinder;
using config::problem;
using moderation::reason;
using tests::temporary_directory;

namespace {

struct filters_fixture {
    temporary_directory directory;
    std::vector<problem> problems;

    /// What the "filters" section says that is written here.
    moderation::rule_set_settings load(const std::string& json)
    {
        const config::json_document document(directory.write("rules.json", json), problems);
        config::json_reader reader(document, document.root(), "filters", problems);
        moderation::rule_set_settings rules;
        config::folder_files files(directory.path());
        config::read_filters(reader, rules, files, problems);
        reader.finish();
        return rules;
    }

    /// The same, which must be without fault.
    moderation::rule_set_settings load_good(const std::string& json)
    {
        auto rules = load(json);
        for (const auto& each : problems)
            UNSCOPED_INFO(to_string(each));
        REQUIRE(problems.empty());
        return rules;
    }
};

}  // namespace

TEST_CASE_METHOD(
    filters_fixture,
    "read filters: every filter's settings are read",
    "[config][filters]")
{
    const auto rules = load_good(R"({
        "length": {"text_min": 2, "text_max": 500},
        "links": {"links_max": 7, "letters_beside_min": 9},
        "repeat": {"window_s": 60, "letters_min": 5, "similarity_min": 0.5},
        "flood": {"author_window_s": 61, "author_max": 2, "network_window_s": 62,
                  "network_max": 3, "story_window_s": 63, "story_max": 4},
        "shouting": {"letters_min": 8, "capitals_share_max": 0.9, "stretch_max": 6,
                     "punctuation_max": 5},
        "contact": {"email_addresses": false, "telephone_numbers": false, "ibans": false,
                    "card_numbers": false, "street_addresses": false},
        "new_author": {"approved_min": 3},
        "unicode": {"marks_max": 3, "invisible_run_max": 2},
        "impersonation": {"roles": ["Desk"], "known_author_min": 11},
        "story": {"days_max": 13},
        "report": {"weight_min": 4.5},
        "language": {"accepted": ["de", "en"], "letters_min": 90},
        "author_record": {"share_max": 0.25, "decided_min": 12}})");

    CHECK(rules.length.text_min == 2);
    CHECK(rules.length.text_max == 500);
    CHECK(rules.links.links_max == 7);
    CHECK(rules.links.letters_beside_min == 9);
    CHECK(rules.repeat.window_seconds == 60);
    CHECK(rules.repeat.letters_min == 5);
    CHECK(rules.repeat.similarity_min == tests::approx(0.5));
    CHECK(rules.flood.author_window_seconds == 61);
    CHECK(rules.flood.author_max == 2);
    CHECK(rules.flood.network_window_seconds == 62);
    CHECK(rules.flood.network_max == 3);
    CHECK(rules.flood.story_window_seconds == 63);
    CHECK(rules.flood.story_max == 4);
    CHECK(rules.impersonation.known_author_min == 11);
    CHECK(rules.story.days_max == 13);
    CHECK(rules.report.weight_min == tests::approx(4.5));
    CHECK(rules.shouting.letters_min == 8);
    CHECK(rules.shouting.capitals_share_max == tests::approx(0.9));
    CHECK(rules.shouting.stretch_max == 6);
    CHECK(rules.shouting.punctuation_max == 5);
    CHECK_FALSE(rules.contact.email_addresses);
    CHECK_FALSE(rules.contact.telephone_numbers);
    CHECK_FALSE(rules.contact.ibans);
    CHECK_FALSE(rules.contact.card_numbers);
    CHECK_FALSE(rules.contact.street_addresses);
    CHECK(rules.new_author.approved_min == 3);
    CHECK(rules.author_record.share_max == tests::approx(0.25));
    CHECK(rules.author_record.decided_min == 12);
    CHECK(rules.impersonation.roles == std::vector<std::string>{"Desk"});
    CHECK(rules.language.accepted == std::vector<std::string>{"de", "en"});
    CHECK(rules.language.letters_min == 90);
    CHECK(rules.unicode.marks_max == 3);
    CHECK(rules.unicode.invisible_run_max == 2);
}

TEST_CASE_METHOD(
    filters_fixture,
    "read filters: lists are read from beside it",
    "[config][filters]")
{
    directory.write("words.txt", "# mine\nfoo\nbar baz\n");
    directory.write("hosts.txt", "spam.example\n");
    directory.write("blocked.txt", "blocked.example\n");
    directory.write("short.txt", "short.example\n");
    directory.write("staff.txt", "# the desk\nAda Lovelace\n");
    const auto rules = load_good(R"({
        "words": {"lists": [{"file": "words.txt", "reason": "promotion"}]},
        "links": {"blocked_hosts": "hosts.txt", "shorteners": "short.txt"},
        "email_domain": {"blocked": "blocked.txt", "disposable": "hosts.txt"},
        "impersonation": {"staff_names": "staff.txt"}})");

    REQUIRE(rules.words.lists.size() == 1);
    CHECK(rules.words.lists[0].name == "words.txt");
    CHECK(rules.words.lists[0].reason == reason::promotion);
    CHECK(rules.words.lists[0].entries.size() == 2);
    CHECK(rules.links.blocked_hosts.contains("spam.example"));
    CHECK(rules.links.shorteners.contains("short.example"));
    CHECK(rules.email_domain.blocked.contains("blocked.example"));
    CHECK(rules.email_domain.disposable.contains("spam.example"));
    CHECK(rules.impersonation.staff_names == std::vector<std::string>{"Ada Lovelace"});
}

TEST_CASE_METHOD(
    filters_fixture,
    "read filters: a list that is not there is named",
    "[config][filters]")
{
    load(R"({"words": {"lists": [{"file": "words.txt", "reason": "banned_word"}]}})");

    REQUIRE(problems.size() == 1);
    CHECK(problems[0].file == (directory.path() / "words.txt").string());
}

TEST_CASE_METHOD(
    filters_fixture,
    "read filters: a fault in a list is told by its line",
    "[config][filters]")
{
    directory.write("hosts.txt", "spam.example\nnot a host\n");
    load(R"({"links": {"blocked_hosts": "hosts.txt"}})");

    REQUIRE(problems.size() == 1);
    CHECK(problems[0].file == (directory.path() / "hosts.txt").string());
    CHECK(problems[0].path == "line 2");
}
