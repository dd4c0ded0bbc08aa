#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;
using model::decision_action;

namespace {

/// Comment 1 with replies 2 to `last`, comment `last` + 1 beside it.
void add_discussion(store& record, int last)
{
    std::vector<judged_submission> batch = {judged(1)};
    for (int number = 2; number <= last; ++number)
        batch.push_back(judged(number, verdict_kind::publish, 1));
    batch.push_back(judged(last + 1));
    record.add(batch);
}

void add_top_level(store& record, int count)
{
    std::vector<judged_submission> batch;
    for (int number = 1; number <= count; ++number)
        batch.push_back(judged(number));
    record.add(batch);
}

replies_request replies_of(int number)
{
    replies_request request;
    request.story = sample_key();
    request.of = sample_id(number);
    return request;
}

list_request pages_of(int size, sort_order sort = sort_order::oldest)
{
    auto request = first_page();
    request.top_level_max = size;
    request.sort = sort;
    return request;
}

model::error refusal_of(const model::result<comment_page>& page)
{
    return page.error().code;
}

/// Walks from a page to the first one.
std::vector<std::vector<int>> pages_before(store& record, comment_page page, list_request request)
{
    std::vector<std::vector<int>> pages;
    while (page.earlier && !page.earlier->empty()) {
        request.cursor = *page.earlier;
        page = record.list_published(request).value();
        pages.push_back(numbers(page.comments));
    }
    return pages;
}

}  // namespace

TEST_CASE("store: where replies are left out, a cursor leads to them", "[storage][contract]")
{
    const fresh_store store;
    add_discussion(*store, 7);
    auto request = first_page();
    request.replies_max = 2;

    const auto page = store->list_published(request).value();
    CHECK(numbers(page.comments) == std::vector{1, 2, 3, 8});
    REQUIRE(page.more_replies.size() == 1);
    auto wanted = replies_of(1);
    wanted.cursor = page.more_replies.at(sample_id(1).str());
    wanted.limit = 3;
    const auto more = store->list_replies(wanted).value();
    CHECK(numbers(more.comments) == std::vector{4, 5, 6});
    CHECK(more.comments.at(0).parent == sample_id(1));
    wanted.cursor = more.next;
    const auto last = store->list_replies(wanted).value();
    CHECK(numbers(last.comments) == std::vector{7});
    CHECK(last.next.empty());

    request.replies_max = 6;
    CHECK(store->list_published(request).value().more_replies.empty());
}

TEST_CASE("store: what hangs below a hidden comment can be read on", "[storage][contract]")
{
    const fresh_store store;
    add_discussion(*store, 5);
    decide(*store, 1, decision_action::reject);
    decide(*store, 4, decision_action::reject);
    auto request = first_page();
    request.replies_max = 1;

    const auto page = store->list_published(request).value();
    CHECK(numbers(page.comments) == std::vector{2, 6});
    auto wanted = replies_of(2);
    wanted.cursor = page.more_replies.at(sample_id(2).str());
    const auto more = store->list_replies(wanted).value().comments;
    CHECK(numbers(more) == std::vector{3, 5});
    CHECK_FALSE(more.at(0).parent);
    CHECK(numbers(store->list_replies(replies_of(1)).value().comments) == std::vector{2, 3, 5});
}

TEST_CASE("store: replies are asked of a comment of the story only", "[storage][contract]")
{
    const fresh_store store;
    add_discussion(*store, 2);
    auto elsewhere = replies_of(1);
    elsewhere.story.story = model::story_id("tunnel");
    CHECK(refusal_of(store->list_replies(elsewhere)) == model::error::comment_not_found);
    CHECK(refusal_of(store->list_replies(replies_of(9))) == model::error::comment_not_found);

    auto wrong = replies_of(1);
    wrong.cursor = store->list_published(pages_of(1)).value().next;
    CHECK(refusal_of(store->list_replies(wrong)) == model::error::invalid_request);
    auto request = first_page();
    request.replies_max = 0;
    request.cursor = store->list_published(request).value().more_replies.at(sample_id(1).str());
    CHECK(refusal_of(store->list_published(request)) == model::error::invalid_request);
}

TEST_CASE("store: a page around a comment has it in its middle", "[storage][contract]")
{
    const auto sort = GENERATE(sort_order::oldest, sort_order::newest, sort_order::top);
    const fresh_store store;
    add_top_level(*store, 9);
    // The same order of all by likes: the newest has most.
    if (sort == sort_order::top)
        for (int number = 1; number <= 9; ++number)
            for (int reader = 0; reader < number / 2; ++reader)
                store->set_like(sample_id(number), std::to_string(reader), true);
    const auto all = numbers(store->list_published(pages_of(50, sort)).value().comments);
    REQUIRE(all.size() == 9);
    const auto part = [&](int from, int to) {
        return std::vector<int>(all.begin() + from, all.begin() + to);
    };

    const auto request = pages_of(3, sort);
    const auto around = store->list_around(sample_id(all[5]), request).value();
    CHECK(numbers(around.comments) == part(4, 7));
    const auto before = pages_before(*store, around, request);
    CHECK(before == std::vector<std::vector<int>>{part(1, 4), part(0, 1)});
    auto behind = request;
    behind.cursor = around.next;
    const auto last = store->list_published(behind).value();
    CHECK(numbers(last.comments) == part(7, 9));
    CHECK(last.next.empty());
    CHECK_FALSE(last.earlier);
}

TEST_CASE("store: around the first and the last comment nothing is missing", "[storage][contract]")
{
    const fresh_store store;
    add_top_level(*store, 4);

    const auto first = store->list_around(sample_id(1), pages_of(2)).value();
    CHECK(numbers(first.comments) == std::vector{1, 2});
    CHECK(first.earlier == "");
    CHECK_FALSE(first.next.empty());
    const auto last = store->list_around(sample_id(4), pages_of(2)).value();
    CHECK(numbers(last.comments) == std::vector{3, 4});
    CHECK_FALSE(last.earlier->empty());
    CHECK(last.next.empty());
    const auto alone = store->list_around(sample_id(3), pages_of(1)).value();
    CHECK(numbers(alone.comments) == std::vector{3});
}

TEST_CASE("store: a page before goes on to the page it came from", "[storage][contract]")
{
    const fresh_store store;
    add_top_level(*store, 6);
    auto request = pages_of(2);
    request.cursor = *store->list_around(sample_id(6), request).value().earlier;
    const auto before = store->list_published(request).value();
    CHECK(numbers(before.comments) == std::vector{3, 4});
    request.cursor = before.next;
    CHECK(numbers(store->list_published(request).value().comments) == std::vector{5, 6});
}

TEST_CASE("store: a late reply is shown with those above it", "[storage][contract]")
{
    const fresh_store store;
    add_discussion(*store, 6);
    add(*store, {judged(11, verdict_kind::publish, 5), judged(12, verdict_kind::publish, 6)});
    add(*store, {judged(13, verdict_kind::publish, 11)});
    auto request = first_page();
    request.replies_max = 1;

    const auto page = store->list_around(sample_id(13), request).value();
    CHECK(numbers(page.comments) == std::vector{1, 2, 5, 11, 13, 7});
    CHECK(page.comments.at(4).parent == sample_id(11));
    auto wanted = replies_of(1);
    wanted.cursor = page.more_replies.at(sample_id(1).str());
    CHECK(
        numbers(store->list_replies(wanted).value().comments) ==
        std::vector{3, 4, 5, 6, 11, 12, 13});

    decide(*store, 5, decision_action::reject);
    decide(*store, 1, decision_action::reject);
    const auto lifted = store->list_around(sample_id(13), request).value().comments;
    CHECK(numbers(lifted) == std::vector{2, 11, 13, 7});
    CHECK_FALSE(lifted.at(1).parent);
}

TEST_CASE("store: around what is not public, or elsewhere, is nothing", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1), judged(2, verdict_kind::hold)});
    auto elsewhere = first_page();
    elsewhere.story.story = model::story_id("tunnel");

    CHECK(
        refusal_of(store->list_around(sample_id(2), first_page())) ==
        model::error::comment_not_found);
    CHECK(
        refusal_of(store->list_around(sample_id(3), first_page())) ==
        model::error::comment_not_found);
    CHECK(
        refusal_of(store->list_around(sample_id(1), elsewhere)) ==
        model::error::comment_not_found);
}

TEST_CASE("store: the usual wait is the median of the last decisions", "[storage][contract]")
{
    const fresh_store store;
    const model::site_id site("demo");
    std::vector<judged_submission> held;
    for (int number = 1; number <= 5; ++number) {
        held.push_back(judged(number, verdict_kind::hold));
        held.back().submission.submitted_at = model::now() - std::chrono::hours(number);
    }
    store->add(held);
    add(*store, {judged(6)});
    for (const int number : {5, 1, 2})
        decide(*store, number, decision_action::approve);
    decide(*store, 6, decision_action::reject);  // It did not wait.

    const auto hours = [&](int least, int most) {
        const auto wait = store->usual_wait(site, {}, least, most);
        return wait ? std::chrono::round<std::chrono::hours>(*wait).count() : -1;
    };
    CHECK(hours(3, 50) == 2);
    CHECK(hours(4, 50) == -1);
    CHECK_FALSE(store->usual_wait(model::site_id("gazette"), {}, 0, 50));
    CHECK_FALSE(store->usual_wait(site, model::now() + std::chrono::hours(1), 1, 50));
}
