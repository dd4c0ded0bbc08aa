#include "moderation/filters/report_filter.hpp"

#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;
using rejoinder::tests::approx;
using rejoinder::tests::comment_of;
using rejoinder::tests::inspect;

TEST_CASE("report filter: what a report weighs", "[moderation][report_filter]")
{
    CHECK(report_weight(0, 0) == approx(1));
    CHECK(report_weight(8, 0) == approx(1.8));
    CHECK(report_weight(0, 8) == approx(0.2));
    CHECK(report_weight(5, 5) == approx(1));
    CHECK(report_weight(1'000'000, 0) <= 2);
    CHECK(report_weight(0, 1'000'000) > 0);
}

TEST_CASE("report filter: from which weight on reports count", "[moderation][report_filter]")
{
    struct row {
        std::int64_t count;
        double weight;
        double weight_min;
        bool found;
    };
    static constexpr row rows[] = {
        {0, 0, 3, false},
        {2, 2, 3, false},
        {3, 3, 3, true},
        {2, 3.6, 3, true},    // two with a good record
        {20, 2.9, 3, false},  // many whose reports came to nothing
        {50, 50, 0, false},   // off
        {1, 0.5, 0.5, true},
    };
    for (const auto& [count, weight, weight_min, expected] : rows) {
        CAPTURE(count, weight, weight_min);
        auto comment = comment_of("Good day");
        comment.reports = {.count = count, .weight = weight};
        const auto found = inspect(report_filter({.weight_min = weight_min}), comment);
        REQUIRE(found.size() == (expected ? 1 : 0));
        if (expected) {
            CHECK(found[0].reason == reason::reported);
            CHECK(found[0].detail == std::to_string(count));
        }
    }
}
