#include "moderation/filters/wordlist_filter.hpp"

#include "moderation/rule_set_error.hpp"
#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;
using rejoinder::tests::comment_of;
using rejoinder::tests::details;
using rejoinder::tests::entries_of;
using rejoinder::tests::inspect;
using rejoinder::tests::marked;

namespace {

wordlist_filter make_filter(std::string_view banned, std::string_view suspect = "")
{
    wordlist_settings settings;
    settings.lists = {
        {.name = "banned.txt", .reason = reason::banned_word, .entries = entries_of(banned)},
        {.name = "suspect.txt", .reason = reason::suspect_word, .entries = entries_of(suspect)},
    };
    return wordlist_filter(settings);
}

}  // namespace

TEST_CASE("word list filter: says which entry of which kind was found where", "[moderation][words]")
{
    const std::string text = "A dubious man, a wretch and a scoundrel.";

    const auto found = inspect(make_filter("wretch\nscoun*\n", "dubious\n"), text);

    CHECK(marked(found, text) == std::vector<std::string>{"dubious", "wretch", "scoun"});
    CHECK(details(found) == std::vector<std::string>{"dubious", "wretch", "scoun*"});
    CHECK(found[0].reason == reason::suspect_word);
    CHECK(found[1].reason == reason::banned_word);
}

TEST_CASE("word list filter: looks into name and website as well", "[moderation][words]")
{
    auto comment = comment_of("Good day");
    comment.name = "Wretch";
    comment.website = "https://wretch.example/";

    const auto found = inspect(make_filter("wretch\n"), comment);

    REQUIRE(found.size() == 2);
    CHECK(found[0].field == comment_field::name);
    CHECK(found[0].span == text_span{0, 6});
    CHECK(found[1].field == comment_field::website);
    CHECK(found[1].span == text_span{8, 14});
}

TEST_CASE("word list filter: looks only into the fields of the list", "[moderation][words]")
{
    wordlist_settings settings;
    settings.lists = {{
        .name = "domains",
        .reason = reason::suspect_word,
        .fields = {comment_field::email_domain},
        .entries = entries_of("trash.example\n"),
    }};
    const wordlist_filter filter(settings);
    auto comment = comment_of("trash.example");
    comment.name = "trash.example";

    CHECK(inspect(filter, comment).empty());

    comment.email_domain = "trash.example";
    REQUIRE(inspect(filter, comment).size() == 1);
    CHECK(inspect(filter, comment)[0].field == comment_field::email_domain);
}

TEST_CASE("word list filter: of overlapping hits the longest is reported", "[moderation][words]")
{
    const std::string text = "go to hell now";

    CHECK(
        details(inspect(make_filter("hell\ngo to hell\n*ell*\n"), text)) ==
        std::vector<std::string>{"go to hell"});
}

TEST_CASE(
    "word list filter: the same words in two kinds of list are two findings",
    "[moderation][words]")
{
    CHECK(inspect(make_filter("wretch\n", "wretch\n"), "wretch").size() == 2);
}

TEST_CASE("word list filter: a wall of hits is bounded", "[moderation][words]")
{
    std::string text;
    for (int i = 0; i < 1'000; ++i)
        text += "wretch ";

    CHECK(inspect(make_filter("wretch\n"), text).size() == 50);
}

TEST_CASE("word list filter: no lists find nothing", "[moderation][words]")
{
    CHECK(inspect(wordlist_filter({}), "anything").empty());
}

TEST_CASE(
    "word list filter: what does not compile is named by list and line",
    "[moderation][words]")
{
    CHECK_THROWS_AS(make_filter("fine\n/[/\n"), rule_set_error);
    CHECK_THROWS_WITH(make_filter("fine\n\n/[/\n"), Catch::Matchers::StartsWith("banned.txt:3: "));
    CHECK_THROWS_AS(make_filter("\u200B\n"), rule_set_error);
}

TEST_CASE("word list filter: a list in one language is for texts in it", "[moderation][words]")
{
    wordlist_settings settings;
    settings.lists = {{.name = "de", .language = "de", .entries = entries_of("mist\n")}};
    const wordlist_filter filter(settings);

    CHECK(inspect(filter, "Mist!").size() == 1);
    CHECK(
        inspect(
            filter,
            "Das ist doch alles Mist, was die Regierung da beschlossen hat, und "
            "niemand sagt etwas dagegen.")
            .size() == 1);
    CHECK(inspect(
              filter,
              "The mist over the river this morning was lovely, and nobody was about "
              "but the swans and the fishermen.")
              .empty());

    auto named = comment_of("The mist over the river this morning was lovely, and nobody was "
                            "about but the swans and the fishermen.");
    named.name = "Mist";
    CHECK(inspect(filter, named).size() == 1);

    settings.lists[0].language = "xx-none";
    CHECK_THROWS_AS(wordlist_filter(settings), rule_set_error);
}

TEST_CASE("word list filter: a key may be an address's domain with its sign", "[moderation][words]")
{
    wordlist_settings settings;
    settings.lists = {{
        .name = "keys",
        .fields = {comment_field::email_domain},
        .entries = entries_of("*@trash.example*\n"),
    }};
    auto comment = comment_of("hello");
    comment.email_domain = "trash.example";
    const auto found = inspect(wordlist_filter(settings), comment);

    REQUIRE(found.size() == 1);
    CHECK(found[0].span == text_span{0, 13});
}

TEST_CASE("words: a silent list does not hide what another one finds", "[moderation][words]")
{
    wordlist_settings settings;
    settings.lists = {
        {.name = "tried.txt",
         .reason = reason::suspect_word,
         .silent = true,
         .entries = entries_of("utter rubbish")},
        {.name = "suspect.txt", .reason = reason::suspect_word, .entries = entries_of("rubbish")},
    };

    const auto found = inspect(wordlist_filter(settings), "What utter rubbish.");

    REQUIRE(found.size() == 2);
    CHECK(found[0].silent);
    CHECK(found[0].detail == "utter rubbish");
    CHECK_FALSE(found[1].silent);
    CHECK(found[1].detail == "rubbish");
}

TEST_CASE("words: a banned word that is guessed is a disguised word", "[moderation][words]")
{
    const auto filter = make_filter("scoundrel");
    const auto reason_of = [&](const char* text) {
        const auto found = inspect(filter, text);
        REQUIRE(found.size() == 1);
        return found[0].reason;
    };

    CHECK(reason_of("What a scoundrel.") == reason::banned_word);
    CHECK(reason_of("What a s.c.o.u.n.d.r.e.l.") == reason::banned_word);
    CHECK(reason_of("What a sc0undrel.") == reason::banned_word);
    CHECK(reason_of("What a sc**ndrel.") == reason::disguised_word);
}
