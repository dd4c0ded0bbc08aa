#include "moderation/filters/author_record_filter.hpp"

#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;
using rejoinder::tests::comment_of;
using rejoinder::tests::details;
using rejoinder::tests::inspect;

TEST_CASE("author record filter: which record is bad", "[moderation][author_record_filter]")
{
    struct row {
        std::int64_t published;
        std::int64_t rejected;
        author_record_settings settings;
        const char* detail;  // empty: no finding
    };
    static const row rows[] = {
        {0, 0, {}, ""},  // nobody is bad who never wrote
        {0, 3, {}, ""},  // too few to tell
        {0, 4, {}, "4 of 4"},
        {2, 2, {}, "2 of 4"},
        {3, 2, {}, ""},
        {100, 10, {}, ""},
        {40, 60, {}, "60 of 100"},
        {9, 1, {.share_max = 0.1}, "1 of 10"},
        {10, 0, {.share_max = 0}, ""},  // nothing was ever rejected
        {0, 1, {.decided_min = 1}, "1 of 1"},
        {0, 9, {.decided_min = 0}, ""},  // off
    };
    for (const auto& [published, rejected, settings, detail] : rows) {
        CAPTURE(published, rejected, settings.share_max, settings.decided_min);
        auto comment = comment_of("Good day");
        comment.author.published = published;
        comment.author.rejected = rejected;
        comment.author.pending = 50;  // counts for nothing

        const auto found = inspect(author_record_filter(settings), comment);

        CHECK(found.size() == (*detail == '\0' ? 0 : 1));
        for (const auto& item : found) {
            CHECK(item.reason == reason::bad_record);
            CHECK(item.detail == detail);
        }
    }
}

TEST_CASE(
    "author record filter: who is banned is found whatever the record",
    "[moderation][author_record_filter]")
{
    auto comment = comment_of("Good day");
    comment.author.published = 100;
    comment.author.banned = true;

    const auto found = inspect(author_record_filter({}), comment);

    REQUIRE(found.size() == 1);
    CHECK(found[0].reason == reason::banned_author);
}
