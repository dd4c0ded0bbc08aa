#include "moderation/filters/repeat_filter.hpp"

#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;
using rejoinder::tests::comment_of;
using rejoinder::tests::details;
using rejoinder::tests::inspect;

namespace {

findings inspect_after(std::string_view text, std::vector<recent_comment> earlier)
{
    auto comment = comment_of(text);
    comment.author.recent = std::move(earlier);
    return inspect(repeat_filter({.window_seconds = 3'600}), comment);
}

}  // namespace

TEST_CASE("repeat filter: the same and nearly the same", "[moderation][repeat_filter]")
{
    constexpr auto earlier = "The council should have listened to the people who live there.";
    struct row {
        const char* text;
        std::vector<std::string> expected;
    };
    static const row rows[] = {
        {"The council should have listened to the people who live there.", {"same"}},
        {"THE COUNCIL should have listened... to the people who live there!!!", {"same"}},
        {"Thé cоuncil sh0uld have listened to the people who l1ve there", {"same"}},
        {"The council should have listened to the people that live there.", {"nearly the same"}},
        {"The council should have listened to the voters instead of the builders.", {}},
        {"An entirely different thought about gardens.", {}},
    };
    for (const auto& [text, expected] : rows) {
        CAPTURE(text);
        CHECK(details(inspect_after(text, {{earlier, 60, true}})) == expected);
    }
}

TEST_CASE("repeat filter: only within the window", "[moderation][repeat_filter]")
{
    constexpr auto text = "Nobody needs another car park.";

    CHECK(inspect_after(text, {}).empty());
    CHECK(inspect_after(text, {{text, 3'601, true}}).empty());
    CHECK(
        inspect_after(text, {{"Something else entirely", 10, true}, {text, 3'600, false}}).size() ==
        1);
}

TEST_CASE("repeat filter: short thanks may be repeated", "[moderation][repeat_filter]")
{
    CHECK(inspect_after("Thank you!", {{"Thank you!", 60, true}}).empty());
}

TEST_CASE("repeat filter: one finding, however often it was said", "[moderation][repeat_filter]")
{
    constexpr auto text = "Nobody needs another car park.";

    CHECK(inspect_after(text, {{text, 1, true}, {text, 2, true}, {text, 3, true}}).size() == 1);
}
