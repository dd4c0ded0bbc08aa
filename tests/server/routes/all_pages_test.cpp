#include "server/routes/all_pages.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/sample_comment_record.hpp"
#include "tests/support/unused_store.hpp"

#include <algorithm>
#include <string>

using namespace rejoinder;
using routes::all_pages;

namespace {

/// A story of so many discussions, of two comments each; a cursor is the number of the next one.
class counted_store final : public tests::unused_store {
public:
    explicit counted_store(int discussions)
        : discussions_(discussions)
    {
    }

    model::result<storage::comment_page> list_published(
        const storage::list_request& request) override
    {
        if (request.cursor == "nonsense")
            return model::refusal(model::error::invalid_request);
        int number = request.cursor.empty() ? 0 : std::stoi(request.cursor);
        const int end = std::min(discussions_, number + request.top_level_max);
        storage::comment_page page;
        for (; number < end; ++number) {
            page.comments.push_back(tests::sample_record(std::to_string(number)));
            page.comments.push_back(tests::sample_record(std::to_string(number) + " reply"));
            page.more_replies[std::to_string(number)] = "more";
        }
        page.next = end < discussions_ ? std::to_string(end) : "";
        return page;
    }

private:
    int discussions_;
};

constexpr routes::all_limits small{
    .reader_comments_all_max = 6,
    .reader_comments_shown_max = 100,
    .step = 2};

}  // namespace

TEST_CASE("all pages: a story below the limits is read to its end", "[routes]")
{
    counted_store record(5);
    const auto all = all_pages(record, {}, small).value();
    REQUIRE(all.comments.size() == 10);
    CHECK(all.comments.at(0).id.str() == "0");
    CHECK(all.comments.at(9).id.str() == "4 reply");
    CHECK(all.more_replies.size() == 5);
    CHECK(all.next.empty());
    CHECK_FALSE(all.earlier);
}

TEST_CASE("all pages: beyond a limit a cursor goes on", "[routes]")
{
    counted_store record(9);
    auto all = all_pages(record, {}, small).value();
    CHECK(all.comments.size() == 12);
    CHECK(all.next == "6");
    storage::list_request rest;
    rest.cursor = all.next;
    all = all_pages(record, rest, small).value();
    CHECK(all.comments.at(0).id.str() == "6");
    CHECK(all.comments.size() == 6);
    CHECK(all.next.empty());

    auto few = small;
    few.reader_comments_shown_max = 5;
    all = all_pages(record, {}, few).value();
    CHECK(all.comments.size() == 8);
    CHECK(all.next == "4");
}

TEST_CASE("all pages: what is refused for one page is refused for all", "[routes]")
{
    counted_store record(1);
    storage::list_request wrong;
    wrong.cursor = "nonsense";
    CHECK(all_pages(record, wrong).error().code == model::error::invalid_request);
}
