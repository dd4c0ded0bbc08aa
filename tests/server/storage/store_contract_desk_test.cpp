#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;
using model::comment_state;
using model::decision_action;

namespace {

std::vector<int> desk_numbers(const desk_page& page)
{
    std::vector<model::comment> comments;
    for (const auto& entry : page.comments)
        comments.push_back(entry.comment);
    return numbers(comments);
}

std::vector<int> listed(store& record, const desk_request& request)
{
    return desk_numbers(record.list_for_desk(request).value());
}

/// Two sites, two stories, every state; what was found in 2 and 4.
void add_variety(store& record)
{
    auto held = judged(2, verdict_kind::hold);
    held.verdict.found = {
        sample_finding(),
        sample_finding(moderation::reason::shouting),
        sample_finding()};
    auto spam = judged(4, verdict_kind::spam);
    spam.verdict.found = {sample_finding(moderation::reason::blocked_host)};
    auto other_story = judged(5, verdict_kind::hold);
    other_story.submission.story.story = model::story_id("tunnel");
    auto other_site = judged(6, verdict_kind::hold);
    other_site.submission.story.site = model::site_id("gazette");
    add(record, {judged(1), held, judged(3, verdict_kind::reject), spam, other_story, other_site});
}

}  // namespace

TEST_CASE("store: the desk lists every state, oldest first", "[storage][contract]")
{
    const fresh_store store;
    add_variety(*store);
    desk_request request;

    CHECK(listed(*store, request) == std::vector{1, 2, 3, 4, 5, 6});
    request.sort = sort_order::newest;
    CHECK(listed(*store, request) == std::vector{6, 5, 4, 3, 2, 1});
}

TEST_CASE("store: the desk filters by state, site, story and reason", "[storage][contract]")
{
    const fresh_store store;
    add_variety(*store);

    desk_request pending;
    pending.state = comment_state::pending;
    CHECK(listed(*store, pending) == std::vector{2, 5, 6});
    pending.site = "demo";
    CHECK(listed(*store, pending) == std::vector{2, 5});
    pending.story = "tunnel";
    CHECK(listed(*store, pending) == std::vector{5});

    desk_request by_reason;
    by_reason.reason = "suspect_word";
    CHECK(listed(*store, by_reason) == std::vector{2});
    by_reason.state = comment_state::published;
    CHECK(listed(*store, by_reason).empty());
    by_reason.state = comment_state::spam;
    by_reason.reason = "blocked_host";
    CHECK(listed(*store, by_reason) == std::vector{4});
}

TEST_CASE("store: pages of the desk join while its comments are decided", "[storage][contract]")
{
    const auto sort = GENERATE(sort_order::oldest, sort_order::newest);
    const fresh_store store;
    std::vector<judged_submission> batch;
    for (int number = 1; number <= 7; ++number)
        batch.push_back(judged(number, verdict_kind::hold));
    batch[3].submission.submitted_at = batch[2].submission.submitted_at;
    store->add(batch);
    desk_request request;
    request.state = comment_state::pending;
    request.limit = 3;
    request.sort = sort;

    std::vector<int> all;
    do {
        const auto page = store->list_for_desk(request).value();
        for (const int number : desk_numbers(page)) {
            all.push_back(number);
            decide(*store, number, decision_action::approve);
        }
        request.cursor = page.next;
    } while (!request.cursor.empty());

    std::vector<int> expected = {1, 2, 3, 4, 5, 6, 7};
    if (sort == sort_order::newest)
        std::reverse(expected.begin(), expected.end());
    CHECK(all == expected);
}

TEST_CASE("store: the last page of the desk has no cursor", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1), judged(2)});
    desk_request request;
    request.limit = 2;

    CHECK(store->list_for_desk(request).value().next.empty());
    request.limit = 1;
    CHECK_FALSE(store->list_for_desk(request).value().next.empty());
}

TEST_CASE("store: the desk refuses a cursor of another sort", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1), judged(2)});
    desk_request request;
    request.limit = 1;
    request.cursor = store->list_for_desk(request).value().next;

    request.sort = sort_order::newest;
    CHECK(store->list_for_desk(request).error().code == model::error::invalid_request);
    request.cursor = "nonsense";
    CHECK(store->list_for_desk(request).error().code == model::error::invalid_request);
}

TEST_CASE("store: the desk sees findings, story and author beside a comment", "[storage][contract]")
{
    const fresh_store store;
    const auto author = judged(1).submission.author;
    std::vector<judged_submission> batch = {
        judged(1),
        judged(2),
        judged(3, verdict_kind::reject),
        judged(4, verdict_kind::spam),
        judged(5, verdict_kind::spam),
        judged(6, verdict_kind::hold)};
    for (auto& each : batch)
        each.submission.author = author;
    batch.push_back(judged(7));
    batch[5].verdict.found = {sample_finding(moderation::reason::shouting), sample_finding()};
    auto elsewhere = judged(8);
    elsewhere.submission.author = author;
    elsewhere.submission.story.site = model::site_id("gazette");
    batch.push_back(elsewhere);
    store->add(batch);

    const auto check = [&](const desk_comment& entry) {
        CHECK(entry.comment.id == sample_id(6));
        CHECK(entry.comment.verdict.found == batch[5].verdict.found);
        CHECK(entry.story.key == sample_key());
        CHECK(entry.story.published_count == 3);
        CHECK(entry.author.published == 2);
        CHECK(entry.author.approved_by_human == 0);
        CHECK(entry.author.rejected == 3);
        CHECK(entry.author.waiting == 0);
        CHECK_FALSE(entry.author_proved);
    };
    const auto single = store->find_for_desk(sample_id(6));
    REQUIRE(single);
    check(*single);
    desk_request request;
    request.state = comment_state::pending;
    check(store->list_for_desk(request).value().comments.at(0));
    CHECK_FALSE(store->find_for_desk(sample_id(9)));
}

TEST_CASE(
    "store: the desk tells what became of the author's other comments, in all and lately",
    "[storage][contract]")
{
    const fresh_store store;
    const auto now = model::now();
    const auto at = [&](int number, verdict_kind kind, std::chrono::hours ago) {
        auto made = judged(number, kind);
        made.submission.author = judged(1).submission.author;
        made.submission.submitted_at = now - ago;
        return made;
    };
    using std::chrono::hours;
    auto proved = at(5, verdict_kind::hold, hours(1));
    proved.submission.proof = model::author_proof::author_token;
    add(*store,
        {at(1, verdict_kind::publish, hours(31 * 24)),
         at(2, verdict_kind::hold, hours(20 * 24)),
         at(3, verdict_kind::spam, hours(29 * 24)),
         at(4, verdict_kind::hold, hours(2)),
         proved});
    decide(*store, 2, decision_action::approve);

    const auto entry = store->find_for_desk(sample_id(5)).value();
    CHECK(entry.author.published == 2);
    CHECK(entry.author.approved_by_human == 1);
    CHECK(entry.author.rejected == 1);
    CHECK(entry.author.waiting == 1);
    CHECK(entry.author_lately.published == 1);
    CHECK(entry.author_lately.rejected == 1);
    CHECK(entry.author_proved);
    CHECK_FALSE(store->find_for_desk(sample_id(4))->author_proved);
}

TEST_CASE("store: states are counted per site and over all sites", "[storage][contract]")
{
    const fresh_store store;
    const auto none = store->counts("");
    CHECK(none.published + none.pending + none.rejected + none.spam == 0);
    add_variety(*store);

    const auto all = store->counts("");
    CHECK(all.published == 1);
    CHECK(all.pending == 3);
    CHECK(all.rejected == 1);
    CHECK(all.spam == 1);
    const auto gazette = store->counts("gazette");
    CHECK(gazette.published == 0);
    CHECK(gazette.pending == 1);
    CHECK(gazette.rejected == 0);
    CHECK(gazette.spam == 0);

    decide(*store, 6, decision_action::approve);
    CHECK(store->counts("gazette").published == 1);
    CHECK(store->counts("gazette").pending == 0);
}

TEST_CASE("store: a history is of one comment, in order", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1, verdict_kind::hold), judged(2)});
    decide(*store, 1, decision_action::approve);
    decide(*store, 2, decision_action::reject);
    decide(*store, 1, decision_action::spam, 2);

    const auto history = store->history_of(sample_id(1));
    REQUIRE(history.size() == 3);
    CHECK(history[0].to == comment_state::pending);
    CHECK(history[1].to == comment_state::published);
    CHECK(history[2].to == comment_state::spam);
    CHECK(history[0].seq < history[1].seq);
    CHECK(history[1].seq < history[2].seq);
    CHECK(store->history_of(sample_id(9)).empty());
}

TEST_CASE(
    "store: the desk finds comments by words, author, section and time",
    "[storage][contract]")
{
    const fresh_store store;
    std::vector<judged_submission> batch = {judged(1), judged(2), judged(3)};
    batch[0].submission.text = "Caf\u00e9 culture in Vienna";
    batch[1].submission.author.name = "Vienna Vic";
    batch[2].submission.story.story = model::story_id("final");
    batch[2].submission.story_url = "https://news.example/sport/final";
    add(*store, batch);
    const auto found = [&](auto change) {
        desk_request request;
        change(request);
        return listed(*store, request);
    };

    const auto words = [&](const char* text) {
        return found([&](auto& request) { request.text = text; });
    };
    CHECK(words("vienna") == std::vector{1, 2});
    CHECK(words("CAFE") == std::vector{1});
    CHECK(words("cult vien") == std::vector{1});
    CHECK(words("vienna nothing").empty());
    CHECK(words("\"vienna' OR * - (").empty());
    CHECK(words("  ") == std::vector{1, 2, 3});

    CHECK(found([](auto& request) {
              request.author = judged(2).submission.author.known_as.str();
          }) == std::vector{2});
    CHECK(found([](auto& request) { request.section = "/sport/"; }) == std::vector{3});
    CHECK(found([](auto& request) { request.section = "/spor"; }) == std::vector{3});
    CHECK(found([](auto& request) { request.section = "/sports"; }).empty());
    CHECK(found([](auto& request) {
              request.since = judged(2).submission.submitted_at;
              request.until = judged(3).submission.submitted_at;
          }) == std::vector{2});
}

TEST_CASE("store: the most reported come first, page by page", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1), judged(2), judged(3), judged(4)});
    const std::pair<int, int> reports[] = {{2, 1}, {3, 3}, {4, 1}};
    for (const auto& [number, count] : reports)
        for (int i = 0; i < count; ++i) {
            model::report report;
            report.id = model::new_uuid();
            report.comment = sample_id(number);
            report.reporter = std::to_string(i);
            report.at = model::now();
            store->add_report(report, 100);
        }
    desk_request request;
    request.sort = sort_order::top;
    request.reported = true;
    request.limit = 2;
    const auto first = store->list_for_desk(request).value();
    CHECK(desk_numbers(first) == std::vector{3, 2});
    request.cursor = first.next;
    CHECK(listed(*store, request) == std::vector{4});

    // And before those that nobody reported, wherever a page ends.
    const auto limit = GENERATE(1, 2, 3, 4);
    desk_request of_all;
    of_all.sort = sort_order::top;
    of_all.limit = limit;
    std::vector<int> all;
    do {
        const auto page = store->list_for_desk(of_all).value();
        for (const int number : desk_numbers(page))
            all.push_back(number);
        of_all.cursor = page.next;
    } while (!of_all.cursor.empty());
    CHECK(all == std::vector{3, 2, 4, 1});
}

TEST_CASE("store: pending comments are counted by reason", "[storage][contract]")
{
    const fresh_store store;
    add_variety(*store);

    CHECK(store->pending_by_reason("") == reason_counts{{"shouting", 1}, {"suspect_word", 1}});
    CHECK(store->pending_by_reason("gazette").empty());

    // Only while they are pending.
    decide(*store, 2, decision_action::reject, 1, "", "batch");
    CHECK(store->pending_by_reason("").empty());
    const auto long_ago = model::from_rfc3339("2020-01-01T00:00:00.000Z").value();
    store->undo("batch", long_ago, acting_mo());
    CHECK(store->pending_by_reason("demo") == reason_counts{{"shouting", 1}, {"suspect_word", 1}});
}
