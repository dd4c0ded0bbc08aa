#include "moderation/filters/new_author_filter.hpp"

#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;
using rejoinder::tests::comment_of;
using rejoinder::tests::inspect;

TEST_CASE("new author filter: who counts as new", "[moderation][new_author]")
{
    struct row {
        std::int64_t approved;
        bool proved;
        std::int64_t approved_min;
        bool is_new;
    };
    static constexpr row rows[] = {
        {0, false, 1, true},
        {0, true, 1, true},
        {1, true, 1, false},
        {5, false, 1, true},  // a typed address proves nothing
        {1, true, 2, true},
        {2, true, 2, false},
        {0, false, 0, false},  // off
    };
    for (const auto& [approved, proved, approved_min, is_new] : rows) {
        CAPTURE(approved, proved, approved_min);
        auto comment = comment_of("Good day");
        comment.author.approved_by_human = approved;
        comment.author.published = 10;
        comment.author.proved = proved;
        CHECK(
            inspect(new_author_filter({.approved_min = approved_min}), comment).empty() != is_new);
    }
}
