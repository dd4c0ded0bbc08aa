#include "moderation/filters/copy_filter.hpp"

#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

namespace {

const std::string campaign = "Write to your councillor today: the ferry must stay, and at once!";

findings found(const comment_input& input, copy_settings settings = {})
{
    const prepared_comment prepared(input);
    return copy_filter(settings).inspect(prepared.view());
}

comment_input copied(std::string_view text, std::size_t others)
{
    comment_input input;
    input.text = text;
    for (std::size_t i = 0; i < others; ++i)
        input.by_others.push_back({campaign + (i % 2 == 0 ? "!" : " Please"), 60, false, {}});
    return input;
}

}  // namespace

TEST_CASE("copy filter: what several others wrote is found", "[moderation][copy]")
{
    const auto seen = found(copied(campaign, 2));

    REQUIRE(seen.size() == 1);
    CHECK(seen[0].reason == reason::copied_text);
    CHECK(seen[0].detail == "2 others");
    CHECK(seen[0].span == text_span{0, campaign.size()});
    CHECK(
        found(copied("WRITE to your councillor today; the ferry must stay and at once", 3))[0]
            .detail == "3 others");
}

TEST_CASE("copy filter: what one other wrote, or another text, is not", "[moderation][copy]")
{
    CHECK(found(copied(campaign, 1)).empty());
    CHECK(
        found(copied("I have nothing against the ferry, but the timetable is a joke.", 5)).empty());
}

TEST_CASE("copy filter: short texts and old ones do not count", "[moderation][copy]")
{
    comment_input short_one;
    short_one.text = "I agree with this.";
    short_one.by_others = {
        {"I agree with this.", 5, true, {}},
        {"I agree with this!", 9, true, {}}};
    CHECK(found(short_one).empty());

    auto old = copied(campaign, 3);
    old.by_others[0].seconds_ago = old.by_others[1].seconds_ago = 90'000;
    CHECK(found(old).empty());
}

TEST_CASE("copy filter: 0 switches it off", "[moderation][copy]")
{
    CHECK(found(copied(campaign, 5), {.authors_min = 0}).empty());
}
