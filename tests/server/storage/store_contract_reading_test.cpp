#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <utility>

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;
using model::decision_action;

namespace {

using parents = std::vector<std::pair<int, int>>;

/// The comments listed, each with its parent as listed; 0 at the top.
parents tree(const std::vector<model::comment>& comments)
{
    parents all;
    for (const auto& comment : comments)
        all.emplace_back(
            std::stoi(comment.id.str().substr(24)),
            comment.parent ? std::stoi(comment.parent->str().substr(24)) : 0);
    return all;
}

/// Follows the cursors to the end.
std::vector<std::vector<int>> all_pages(store& record, list_request request)
{
    std::vector<std::vector<int>> pages;
    do {
        const auto page = record.list_published(request).value();
        pages.push_back(numbers(page.comments));
        request.cursor = page.next;
    } while (!request.cursor.empty());
    return pages;
}

}  // namespace

TEST_CASE("store: only published comments are public", "[storage][contract]")
{
    const auto kind = GENERATE(verdict_kind::hold, verdict_kind::reject, verdict_kind::spam);
    const fresh_store store;
    add(*store, {judged(1, kind), judged(2, verdict_kind::publish), judged(3, kind, 2)});

    const std::vector<model::story_id> stories = {sample_key().story};
    for (const auto sort : {sort_order::oldest, sort_order::newest, sort_order::top}) {
        auto request = first_page();
        request.sort = sort;
        CHECK(numbers(store->list_published(request).value().comments) == std::vector{2});
    }
    CHECK(store->find_story(sample_key())->published_count == 1);
    CHECK(store->published_counts(sample_key().site, stories) == std::vector<std::int64_t>{1});
}

TEST_CASE("store: a decision shows and hides a comment at once", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1, verdict_kind::hold), judged(2)});

    decide(*store, 1, decision_action::approve);
    CHECK(numbers(published(*store)) == std::vector{1, 2});
    CHECK(store->find_story(sample_key())->published_count == 2);

    decide(*store, 1, decision_action::spam, 2);
    decide(*store, 2, decision_action::reject);
    CHECK(published(*store).empty());
    CHECK(store->find_story(sample_key())->published_count == 0);
}

TEST_CASE("store: a comment is found in any state, for its author", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1, verdict_kind::reject)});

    CHECK(store->find_comment(sample_id(1))->state == model::comment_state::rejected);
    CHECK_FALSE(store->find_comment(sample_id(2)));
}

TEST_CASE("store: a comment listed has what a single one has", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});

    const auto listed = published(*store).at(0);
    const auto single = *store->find_comment(sample_id(1));
    CHECK(listed.id == single.id);
    CHECK(listed.author_name == single.author_name);
    CHECK(listed.author_website == single.author_website);
    CHECK(listed.avatar == single.avatar);
    CHECK(listed.text == single.text);
    CHECK(listed.created_at == single.created_at);
    CHECK(listed.revision == single.revision);
}

TEST_CASE("store: stories of other sites and other stories stay apart", "[storage][contract]")
{
    const fresh_store store;
    auto other_site = judged(2);
    other_site.submission.story.site = model::site_id("gazette");
    auto other_story = judged(3);
    other_story.submission.story.story = model::story_id("tunnel");
    add(*store, {judged(1), other_site, other_story});

    CHECK(numbers(published(*store)) == std::vector{1});
    auto request = first_page();
    request.story = other_site.submission.story;
    CHECK(numbers(store->list_published(request).value().comments) == std::vector{2});
    CHECK(store->find_story(other_story.submission.story)->published_count == 1);
}

TEST_CASE("store: counts come in the order asked, 0 where nothing is known", "[storage][contract]")
{
    const fresh_store store;
    auto other_story = judged(3);
    other_story.submission.story.story = model::story_id("tunnel");
    add(*store, {judged(1), judged(2), other_story, judged(4, verdict_kind::hold)});

    const std::vector<model::story_id> stories = {
        model::story_id("tunnel"),
        model::story_id("none"),
        model::story_id("bridge"),
        model::story_id("tunnel")};
    const auto counts = store->published_counts(model::site_id("demo"), stories);
    CHECK(counts == std::vector<std::int64_t>{1, 0, 2, 1});
    CHECK(
        store->published_counts(model::site_id("gazette"), stories) ==
        std::vector<std::int64_t>{0, 0, 0, 0});
}

TEST_CASE("store: an unknown story has no comments and is not found", "[storage][contract]")
{
    const fresh_store store;

    const auto page = store->list_published(first_page()).value();
    CHECK(page.comments.empty());
    CHECK(page.next.empty());
    CHECK_FALSE(store->find_story(sample_key()));
}

TEST_CASE("store: replies come after their parents, in their discussion", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1), judged(2), judged(3, verdict_kind::publish, 1)});
    add(*store, {judged(4, verdict_kind::publish, 3), judged(5, verdict_kind::publish, 2)});

    CHECK(tree(published(*store)) == parents{{1, 0}, {3, 1}, {4, 3}, {2, 0}, {5, 2}});

    auto request = first_page();
    request.sort = sort_order::newest;
    const auto newest = store->list_published(request).value().comments;
    CHECK(tree(newest) == parents{{2, 0}, {5, 2}, {1, 0}, {3, 1}, {4, 3}});
}

TEST_CASE("store: a reply from a clock that is behind follows its parent", "[storage][contract]")
{
    const fresh_store store;
    auto early = judged(2, verdict_kind::publish, 9);
    auto earlier = judged(1, verdict_kind::publish, 2);
    add(*store, {judged(9)});
    add(*store, {early});
    add(*store, {earlier});

    CHECK(tree(published(*store)) == parents{{9, 0}, {2, 9}, {1, 2}});
    auto request = first_page();
    request.replies_max = 1;
    CHECK(tree(store->list_published(request).value().comments) == parents{{9, 0}, {2, 9}});
}

TEST_CASE("store: a reply whose parent is hidden is lifted", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1), judged(2, verdict_kind::publish, 1)});
    add(*store, {judged(3, verdict_kind::publish, 2), judged(4, verdict_kind::publish, 3)});

    decide(*store, 3, decision_action::reject);
    CHECK(tree(published(*store)) == parents{{1, 0}, {2, 1}, {4, 2}});

    decide(*store, 2, decision_action::reject);
    CHECK(tree(published(*store)) == parents{{1, 0}, {4, 1}});

    decide(*store, 1, decision_action::reject);
    CHECK(tree(published(*store)) == parents{{4, 0}});

    decide(*store, 3, decision_action::approve, 2);
    CHECK(tree(published(*store)) == parents{{3, 0}, {4, 3}});
    CHECK(store->find_comment(sample_id(3))->parent == sample_id(2));
}

TEST_CASE("store: a discussion brings its oldest replies, up to the limit", "[storage][contract]")
{
    const fresh_store store;
    std::vector<judged_submission> batch = {judged(1)};
    for (int number = 2; number <= 6; ++number)
        batch.push_back(judged(number, verdict_kind::publish, 1));
    batch.push_back(judged(7));
    store->add(batch);
    auto request = first_page();

    request.replies_max = 3;
    CHECK(numbers(store->list_published(request).value().comments) == std::vector{1, 2, 3, 4, 7});
    request.replies_max = 0;
    CHECK(numbers(store->list_published(request).value().comments) == std::vector{1, 7});

    decide(*store, 1, decision_action::reject);
    request.replies_max = 3;
    CHECK(numbers(store->list_published(request).value().comments) == std::vector{2, 3, 4, 7});
}

TEST_CASE("store: pages count discussions and join without a gap", "[storage][contract]")
{
    const fresh_store store;
    std::vector<judged_submission> batch;
    for (int number = 1; number <= 5; ++number)
        batch.push_back(judged(number));
    batch.push_back(judged(6, verdict_kind::publish, 2));
    batch.push_back(judged(7, verdict_kind::hold));
    store->add(batch);
    auto request = first_page();
    request.top_level_max = 2;

    using pages = std::vector<std::vector<int>>;
    CHECK(all_pages(*store, request) == pages{{1, 2, 6}, {3, 4}, {5}});
    request.sort = sort_order::newest;
    CHECK(all_pages(*store, request) == pages{{5, 4}, {3, 2, 6}, {1}});
    request.sort = sort_order::top;
    CHECK(all_pages(*store, request) == pages{{1, 2, 6}, {3, 4}, {5}});
    request.top_level_max = 5;
    CHECK(all_pages(*store, request) == pages{{1, 2, 6, 3, 4, 5}});
}

TEST_CASE("store: comments of one moment are paged by id", "[storage][contract]")
{
    const auto sort = GENERATE(sort_order::oldest, sort_order::newest, sort_order::top);
    const fresh_store store;
    std::vector<judged_submission> batch;
    for (int number = 1; number <= 7; ++number) {
        batch.push_back(judged(number));
        batch.back().submission.submitted_at = judged(1).submission.submitted_at;
    }
    store->add(batch);
    auto request = first_page();
    request.sort = sort;
    request.top_level_max = 3;

    std::vector<int> all;
    for (const auto& page : all_pages(*store, request))
        all.insert(all.end(), page.begin(), page.end());
    std::sort(all.begin(), all.end());
    CHECK(all == std::vector{1, 2, 3, 4, 5, 6, 7});
}

TEST_CASE("store: a cursor holds its place while comments come and go", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(10), judged(20), judged(30), judged(40)});
    auto request = first_page();
    request.top_level_max = 2;
    request.cursor = store->list_published(request).value().next;

    add(*store, {judged(5), judged(35)});
    decide(*store, 20, decision_action::reject);

    const auto page = store->list_published(request).value();
    CHECK(numbers(page.comments) == std::vector{30, 35});
    CHECK_FALSE(page.next.empty());
}

TEST_CASE("store: a cursor of another sort, or none at all, is refused", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1), judged(2)});
    auto request = first_page();
    request.top_level_max = 1;
    request.cursor = store->list_published(request).value().next;

    request.sort = sort_order::newest;
    CHECK(store->list_published(request).error().code == model::error::invalid_request);
    request.sort = sort_order::oldest;
    request.cursor = "nonsense";
    CHECK(store->list_published(request).error().code == model::error::invalid_request);
}
