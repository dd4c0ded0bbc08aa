#include "server/storage/desk_filter.hpp"

#include "server/storage/dialect.hpp"
#include "server/storage/open_sqlite.hpp"
#include "server/storage/sql_statement.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;

namespace {

judged_submission scored(int number, double score)
{
    auto made = judged(number, verdict_kind::hold);
    made.verdict.score = score;
    return made;
}

std::vector<int> listed(store& record, desk_request request)
{
    std::vector<int> all;
    request.limit = 2;
    do {
        const auto page = record.list_for_desk(request).value();
        for (const auto& entry : page.comments)
            all.push_back(numbers({entry.comment}).front());
        request.cursor = page.next;
    } while (!request.cursor.empty());
    return all;
}

}  // namespace

TEST_CASE("desk filter: what is urgent has the highest score, then waits longest", "[storage]")
{
    const fresh_store store;
    add(*store, {scored(1, 2.5), scored(2, 7.1), scored(3, 2.5), scored(4, 0.1), judged(5)});
    desk_request request;
    request.state = model::comment_state::pending;
    request.sort = sort_order::urgent;
    CHECK(listed(*store, request) == std::vector{2, 1, 3, 4});
}

TEST_CASE("desk filter: a cluster is its first comment and those that name it", "[storage]")
{
    const fresh_store store;
    auto second = judged(2, verdict_kind::hold);
    second.cluster = sample_id(1).str();
    auto third = judged(3, verdict_kind::hold);
    third.cluster = sample_id(1).str();
    add(*store, {judged(1, verdict_kind::hold), second, third, judged(4, verdict_kind::hold)});
    desk_request request;
    request.cluster = sample_id(1).str();
    CHECK(listed(*store, request) == std::vector{1, 2, 3});

    CHECK(store->find_for_desk(sample_id(2))->cluster == sample_id(1).str());
    CHECK(store->find_for_desk(sample_id(1))->cluster_waiting == 3);
    decide(*store, 1, model::decision_action::spam);
    CHECK(store->find_for_desk(sample_id(3))->cluster_waiting == 2);
    CHECK(store->find_for_desk(sample_id(4))->cluster_waiting == 1);
}

TEST_CASE("desk filter: words and reasons are found the same however many have them", "[storage]")
{
    const fresh_store store;
    std::vector<judged_submission> some;
    for (int i = 1; i <= 6; ++i) {
        some.push_back(judged(i, i % 2 == 0 ? verdict_kind::hold : verdict_kind::publish));
        some.back().submission.text = i % 3 == 0 ? "a quokka there" : "a wombat";
        some.back().verdict.found = {sample_finding(
            i % 3 == 0 ? moderation::reason::shouting : moderation::reason::suspect_word)};
    }
    add(*store, some);

    const auto engine = make_sqlite_dialect();
    const auto session = open_sqlite(store.directory() / "record.db", store.settings());
    const auto found_by = [&](const desk_request& request, const search_plan& plan) {
        auto filter = filter_of(request, {}, *engine, plan);
        sql_statement select(
            *session,
            "SELECT c.id FROM comment c " + filter.sql + order_of(request.sort));
        const auto& id = select.text();
        select.run_with(std::move(filter.values));
        std::vector<int> all;
        while (select.next())
            all.push_back(std::stoi(id.value.substr(24)));
        return all;
    };
    search_plan rare;
    rare.rare_words = true;
    rare.rare_reason = true;

    desk_request words;
    words.text = "quokka";
    CHECK(found_by(words, rare) == std::vector{3, 6});
    CHECK(found_by(words, {}) == std::vector{3, 6});
    CHECK(listed(*store, words) == std::vector{3, 6});

    desk_request reason;
    reason.reason = "shouting";
    const auto state = GENERATE(
        std::optional<model::comment_state>(),
        std::optional(model::comment_state::pending),
        std::optional(model::comment_state::published));
    reason.state = state;
    CHECK(found_by(reason, rare) == found_by(reason, {}));
    CHECK(found_by(reason, rare).size() == (state ? 1 : 2));
}

TEST_CASE("desk filter: what is urgent and what is alike is found by its index", "[storage]")
{
    const fresh_store store;
    const auto engine = make_sqlite_dialect();
    const auto session = open_sqlite(store.directory() / "record.db", store.settings());
    const auto plan = [&](const desk_request& request) {
        auto filter = filter_of(request, {}, *engine, {});
        sql_statement explain(
            *session,
            "EXPLAIN QUERY PLAN SELECT c.id FROM comment c " + filter.sql + order_of(request.sort) +
                "LIMIT 51");
        for (int i = 0; i < 3; ++i)
            explain.integer();
        const auto& detail = explain.text();
        explain.run_with(std::move(filter.values));
        std::string all;
        while (explain.next())
            all += detail.value + '\n';
        return all;
    };
    desk_request urgent;
    urgent.state = model::comment_state::pending;
    urgent.sort = sort_order::urgent;
    CHECK_THAT(plan(urgent), tests::contains("comment_by_urgency"));
    CHECK_THAT(plan(urgent), !tests::contains("TEMP B-TREE"));
    desk_request alike;
    alike.state = model::comment_state::pending;
    alike.cluster = sample_id(1).str();
    CHECK_THAT(plan(alike), tests::contains("comment_by_cluster"));
    CHECK_THAT(plan(alike), !tests::contains("comment_by_state"));

    desk_request of_story;
    of_story.state = model::comment_state::pending;
    of_story.site = "demo";
    CHECK_THAT(plan(of_story), tests::contains("comment_by_site"));
    CHECK_THAT(plan(of_story), !tests::contains("TEMP B-TREE"));
    of_story.story = "bridge";
    CHECK_THAT(plan(of_story), tests::contains("comment_by_story"));
    CHECK_THAT(plan(of_story), !tests::contains("TEMP B-TREE"));
}

TEST_CASE("desk filter: a reply is shown with what it answers", "[storage]")
{
    const fresh_store store;
    add(*store, {judged(1), judged(2, verdict_kind::hold, 1)});
    const auto reply = store->find_for_desk(sample_id(2)).value();
    REQUIRE(reply.parent.has_value());
    CHECK(reply.parent->id == sample_id(1));
    CHECK(reply.parent->author_name == sample_submission(1).author.name);
    CHECK(reply.parent->state == model::comment_state::published);
    CHECK_FALSE(store->find_for_desk(sample_id(1))->parent.has_value());
}
