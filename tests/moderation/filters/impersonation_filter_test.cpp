#include "moderation/filters/impersonation_filter.hpp"

#include "moderation/rule_set_error.hpp"
#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;
using rejoinder::tests::comment_of;
using rejoinder::tests::details;
using rejoinder::tests::inspect;

namespace {

findings found_in(std::string_view name)
{
    static const impersonation_filter filter(
        {.staff_names = {"Ada Lovelace", "Jürgen Groß", "Bernard O’Rourke", "王小明"}});
    auto comment = comment_of("Good day to everybody");
    comment.name = name;
    return inspect(filter, comment);
}

}  // namespace

TEST_CASE("impersonation filter: names that read like the staff's", "[moderation][impersonation]")
{
    struct row {
        const char* name;
        const char* detail;
    };
    static constexpr row rows[] = {
        {"Ada Lovelace", "Ada Lovelace"},
        {"ADA LOVELACE", "Ada Lovelace"},
        {"AdaLovelace", "Ada Lovelace"},
        {"ada.lovelace", "Ada Lovelace"},
        {"A d a  L o v e l a c e", "Ada Lovelace"},
        {"Ada-Lovelace_", "Ada Lovelace"},
        {"Âda Lövelàce", "Ada Lovelace"},
        {"Ada Iovelace", "Ada Lovelace"},          // capital i for l
        {"Аdа Lоvеlасе", "Ada Lovelace"},          // Cyrillic
        {"𝐀𝐝𝐚 Ｌｏｖｅｌａｃｅ", "Ada Lovelace"},  // bold, wide
        {"4d4 L0ve1ace", "Ada Lovelace"},
        {"@da Lovelace", "Ada Lovelace"},
        {"Ada Love\u200Blace", "Ada Lovelace"},
        {"Ada Lovellace", "Ada Lovelace"},
        {"Ada Lovelace 2", "Ada Lovelace"},
        {"Ada L0velace (Official)", "Ada Lovelace"},
        {"The real Ada Lovelace", "Ada Lovelace"},
        {"Ada Lovelace, Editor", "Ada Lovelace"},
        {"★ Ada Lovelace ★", "Ada Lovelace"},
        {"RealAdaLovelace", "Ada Lovelace"},
        {"Jurgen Gross", "Jürgen Groß"},
        {"Bemard O'Rourke", "Bernard O’Rourke"},  // m for rn
        {"王 小明", "王小明"},
    };
    for (const auto& [name, detail] : rows) {
        CAPTURE(name);
        const auto found = found_in(name);
        REQUIRE(found.size() == 1);
        CHECK(found[0].detail == detail);
        CHECK(found[0].reason == reason::impersonation);
        CHECK(found[0].field == comment_field::name);
        CHECK(found[0].span == text_span{0, std::string_view(name).size()});
    }
}

TEST_CASE("impersonation filter: roles alone speak for the house", "[moderation][impersonation]")
{
    for (const auto* name :
         {"Moderator",
          "moderator",
          "The Moderator",
          "M0derator",
          "m o d e r a t o r",
          "Moderator1",
          "rnoderator",
          "Mοderatοr",
          "Official Admin",
          "TeamModerator",
          "Administrator",
          "Redaktion",
          "EDITOR",
          "Editorial Team",
          "EditorReal"}) {
        CAPTURE(name);
        CHECK_FALSE(found_in(name).empty());
    }
}

TEST_CASE("impersonation filter: honest names are no findings", "[moderation][impersonation]")
{
    for (const auto* name :
         {"Ada",
          "Ada L.",
          "Lovelace",
          "Ada Lovejoy",
          "Adam Lovelace",
          "Ada Byron",
          "Ada Lovelace-Smith",
          "Jürgen",
          "Jürgen Grote",
          "Bernard",
          "小明",
          "王",
          "Edith",
          "Edison",
          "Modi",
          "Admiral",
          "Adminton",
          "Mo Derat",
          "Real",
          "The Official",
          "Team",
          "Red Action",
          "Site.Admin",
          "OfficialLovelace",
          "",
          "12345",
          "???",
          "Not a moderator",
          "A former editor",
          "J. R. R. Tolkien"}) {
        CAPTURE(name);
        CHECK(found_in(name).empty());
    }
}

TEST_CASE(
    "impersonation filter: a name that is another author's, as the caller knows",
    "[moderation][impersonation]")
{
    auto comment = comment_of("Good day");
    comment.author.name_is_anothers = true;

    CHECK(
        details(inspect(impersonation_filter({}), comment)) ==
        std::vector<std::string>{"another_author"});
}

TEST_CASE("impersonation filter: the roles are the rule set's", "[moderation][impersonation]")
{
    auto comment = comment_of("Good day");
    comment.name = "Die Wahlleitung";
    const impersonation_filter filter({.roles = {"Die Wahlleitung"}});
    CHECK(details(inspect(filter, comment)) == std::vector<std::string>{"Die Wahlleitung"});

    comment.name = "Moderator";
    CHECK(inspect(filter, comment).empty());
    CHECK(inspect(impersonation_filter({.roles = {}}), comment).empty());
    CHECK_THROWS_AS(impersonation_filter({.roles = {"--"}}), rule_set_error);
}
