#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;
using model::decision_action;

namespace {

const model::site_id demo("demo");

/// The n-th comment, by the author of the first.
judged_submission by_first_author(int number, verdict_kind kind = verdict_kind::publish)
{
    auto made = judged(number, kind);
    made.submission.author = judged(1).submission.author;
    return made;
}

model::pseudonym author_of(int number)
{
    return judged(number).submission.author.known_as;
}

model::timestamp time_of(int number)
{
    return judged(number).submission.submitted_at;
}

author_activity activity(
    store& record,
    model::timestamp since = {},
    int recent_max = 10,
    const model::site_id& site = demo)
{
    const std::vector<model::pseudonym> authors = {author_of(1)};
    return record.activity_of(site, authors, since, recent_max).at(0);
}

std::vector<std::string> texts(const author_activity& of)
{
    std::vector<std::string> all;
    for (const auto& recent : of.recent)
        all.push_back(recent.text);
    return all;
}

}  // namespace

TEST_CASE("store: an author's comments are counted by state", "[storage][contract]")
{
    const fresh_store store;
    add(*store,
        {by_first_author(1),
         by_first_author(2),
         by_first_author(3, verdict_kind::hold),
         by_first_author(4, verdict_kind::reject),
         by_first_author(5, verdict_kind::spam),
         judged(6)});

    const auto found = activity(*store);
    CHECK(found.published == 2);
    CHECK(found.pending == 1);
    CHECK(found.rejected == 2);
    CHECK(found.approved_by_human == 0);
}

TEST_CASE("store: what a moderator published, and only that, is approved", "[storage][contract]")
{
    const fresh_store store;
    add(*store,
        {by_first_author(1),
         by_first_author(2, verdict_kind::hold),
         by_first_author(3, verdict_kind::hold)});

    decide(*store, 2, decision_action::approve);
    decide(*store, 3, decision_action::reject);
    CHECK(activity(*store).approved_by_human == 1);
    CHECK(activity(*store).published == 2);

    decide(*store, 3, decision_action::approve, 2);
    CHECK(activity(*store).approved_by_human == 2);
    decide(*store, 2, decision_action::spam, 2);
    CHECK(activity(*store).approved_by_human == 1);
}

TEST_CASE(
    "store: recent comments are the newest, in any state, newest first",
    "[storage][contract]")
{
    const fresh_store store;
    add(*store,
        {by_first_author(1),
         by_first_author(2, verdict_kind::spam),
         by_first_author(3, verdict_kind::hold),
         judged(4)});

    using list = std::vector<std::string>;
    const auto text = [](int number) {
        return judged(number).submission.text;
    };
    CHECK(texts(activity(*store)) == list{text(3), text(2), text(1)});
    CHECK(texts(activity(*store, time_of(2))) == list{text(3), text(2)});
    CHECK(texts(activity(*store, {}, 1)) == list{text(3)});
    CHECK(texts(activity(*store, {}, 0)).empty());
    const auto newest = activity(*store).recent.at(0);
    CHECK(newest.story == sample_key());
    CHECK(newest.created_at == time_of(3));
}

TEST_CASE("store: activity is of one site", "[storage][contract]")
{
    const fresh_store store;
    auto elsewhere = by_first_author(2);
    elsewhere.submission.story.site = model::site_id("gazette");
    add(*store, {by_first_author(1), elsewhere});

    CHECK(activity(*store).published == 1);
    CHECK(activity(*store).recent.size() == 1);
    CHECK(activity(*store, {}, 10, model::site_id("gazette")).published == 1);
    CHECK(activity(*store, {}, 10, model::site_id("none")).published == 0);
}

TEST_CASE("store: authors are answered in the order asked, however often", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {by_first_author(1), by_first_author(2), judged(3)});
    // More than one statement takes, with the same author at both ends.
    std::vector<model::pseudonym> authors = {author_of(1), author_of(999), author_of(3)};
    for (int number = 10'000; number < 10'600; ++number)
        authors.push_back(author_of(number));
    authors.push_back(author_of(1));

    const auto found = store->activity_of(demo, authors, {}, 10);

    REQUIRE(found.size() == authors.size());
    CHECK(found[0].published == 2);
    CHECK(found[1].published == 0);
    CHECK(found[1].recent.empty());
    CHECK(found[2].published == 1);
    CHECK(found.back().published == 2);
    CHECK(found.back().recent.size() == 2);
    CHECK(store->activity_of(demo, {}, {}, 10).empty());
}

TEST_CASE("store: a network's comments are counted over sites and states", "[storage][contract]")
{
    const fresh_store store;
    auto elsewhere = judged(2, verdict_kind::reject);
    elsewhere.submission.story.site = model::site_id("gazette");
    auto other_network = judged(3);
    other_network.submission.network = model::client_pseudonym("other");
    add(*store, {judged(1, verdict_kind::spam), elsewhere, other_network});

    const auto network = judged(1).submission.network;
    CHECK(store->count_from_network(network, {}) == 2);
    CHECK(store->count_from_network(network, time_of(2)) == 1);
    CHECK(store->count_from_network(network, time_of(3)) == 0);
    CHECK(store->count_from_network(model::client_pseudonym("none"), {}) == 0);
}

TEST_CASE("store: comments of no known network are not taken together", "[storage][contract]")
{
    const fresh_store store;
    auto expired = judged(1);
    expired.submission.network = {};
    add(*store, {expired});

    CHECK(store->count_from_network({}, {}) == 0);
}

TEST_CASE("store: comments on a story since then are counted in any state", "[storage][contract]")
{
    const fresh_store store;
    auto elsewhere = judged(3);
    elsewhere.submission.story.story = model::story_id("tunnel");
    add(*store, {judged(1), judged(2, verdict_kind::spam), elsewhere});

    CHECK(store->count_in_story(sample_key(), {}) == 2);
    CHECK(store->count_in_story(sample_key(), judged(2).submission.submitted_at) == 1);
}

TEST_CASE("store: a name has the authors who published enough under it", "[storage][contract]")
{
    const fresh_store store;
    std::vector<judged_submission> batch;
    for (int number = 1; number <= 5; ++number) {
        batch.push_back(judged(number, number == 5 ? verdict_kind::hold : verdict_kind::publish));
        batch.back().name_key = number == 4 ? "bob" : "ada";
        batch.back().submission.author.known_as = model::pseudonym(number == 3 ? "b" : "a");
    }
    add(*store, batch);
    const std::vector<std::string> names = {"ada", "bob", "eve", ""};

    const auto owners = store->owners_of_names(model::site_id("demo"), names, 2);
    REQUIRE(owners.size() == 1);
    CHECK(owners[0].key == "ada");
    CHECK(owners[0].author == model::pseudonym("a"));
    CHECK(store->owners_of_names(model::site_id("demo"), names, 1).size() == 3);
    CHECK(store->owners_of_names(model::site_id("gazette"), names, 1).empty());
}
