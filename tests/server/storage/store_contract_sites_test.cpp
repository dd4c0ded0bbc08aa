#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;

namespace {

const model::pseudonym ann("ann");
const model::site_list gazette = {model::site_id("gazette")};

/// By one author on two sites: one pending and reported on each.
void add_on_two_sites(store& record)
{
    std::vector<judged_submission> batch = {
        judged(1, verdict_kind::hold),
        judged(2, verdict_kind::hold)};
    for (auto& each : batch) {
        each.submission.author.known_as = ann;
        each.verdict.found = {sample_finding()};
    }
    batch[1].submission.story.site = model::site_id("gazette");
    batch[1].submission.author.name = "Ann";
    add(record, batch);
}

acting_moderator eve()
{
    return {model::moderator_id("0192f0c1-0000-7000-9000-000000000002"), "Eve", gazette};
}

model::ban ban_of_ann(const std::string& id, const std::string& site)
{
    model::ban ban;
    ban.id = id;
    ban.author = ann;
    ban.site = model::site_id(site);
    ban.at = model::now();
    return ban;
}

}  // namespace

TEST_CASE("store: who sees some sites is shown and counted those", "[storage][contract]")
{
    const fresh_store store;
    add_on_two_sites(*store);
    desk_request request;
    request.sites = gazette;

    CHECK(store->list_for_desk(request)->comments.at(0).comment.id == sample_id(2));
    CHECK(store->list_for_desk(request)->comments.size() == 1);
    CHECK(store->counts({"", gazette}).pending == 1);
    CHECK(store->pending_by_reason({"", gazette}) == reason_counts{{"suspect_word", 1}});

    request.site = "demo";
    CHECK(store->list_for_desk(request)->comments.empty());
    CHECK(store->counts({"demo", gazette}).pending == 0);
    CHECK(store->pending_by_reason({"demo", gazette}).empty());
}

TEST_CASE("store: what is of another site is not there to decide", "[storage][contract]")
{
    const fresh_store store;
    add_on_two_sites(*store);
    const std::vector<model::decision> decisions = {
        {sample_id(1), 1, model::decision_action::approve, ""},
        {sample_id(2), 1, model::decision_action::approve, ""}};

    const auto outcomes = store->decide(decisions, eve(), "hers");
    CHECK(outcomes[0].status == model::decision_status::not_found);
    CHECK_FALSE(outcomes[0].state);
    CHECK(outcomes[1].status == model::decision_status::done);

    REQUIRE(
        decide(*store, 1, model::decision_action::spam, 1, "", "his").status ==
        model::decision_status::done);
    CHECK(store->undo("his", {}, eve()).empty());
    CHECK(store->undo("hers", {}, eve()).size() == 1);
    const auto closed =
        store->change_story(sample_key(), {.state = model::story_state::closed}, eve());
    CHECK(closed.error().code == model::error::story_not_found);

    comment_edit edit;
    edit.comment = sample_id(1);
    edit.expected_revision = 2;
    edit.text = "Hers.";
    CHECK(store->edit(edit, eve()).status == model::decision_status::not_found);
}

TEST_CASE("store: of an author one knows what happened on one's sites", "[storage][contract]")
{
    const fresh_store store;
    add_on_two_sites(*store);
    REQUIRE(store->add_note({"1", ann, "Of all sites.", "Mo", model::now()}, acting_mo()));
    REQUIRE(store->add_note({"2", ann, "Of the gazette.", "Eve", model::now()}, eve()));
    for (const auto* site : {"demo", "gazette", ""})
        REQUIRE(store->add_ban(ban_of_ann(std::string("ban") + site, site), acting_mo()));

    const auto record = store->author_record_of(ann, {}, gazette).value();
    CHECK(record.first_seen_at == judged(2).submission.submitted_at);
    REQUIRE(record.names.size() == 1);
    CHECK(record.names[0].name == "Ann");
    CHECK(record.all.pending == 1);
    CHECK(record.lately.pending == 1);
    CHECK(record.bans.size() == 2);
    REQUIRE(record.notes.size() == 1);
    CHECK(record.notes[0].text == "Of the gazette.");
    CHECK(store->author_record_of(ann, {}, {})->notes.size() == 2);
    CHECK_FALSE(store->author_record_of(ann, {}, {model::site_id("herald")}));
}

TEST_CASE("store: bans, notes and addresses end at one's sites", "[storage][contract]")
{
    const fresh_store store;
    add_on_two_sites(*store);
    auto stranger = eve();
    stranger.sites = {model::site_id("herald")};

    CHECK_FALSE(store->add_ban(ban_of_ann("1", ""), eve()));
    CHECK_FALSE(store->add_ban(ban_of_ann("1", "demo"), eve()));
    CHECK(store->add_ban(ban_of_ann("1", "gazette"), eve()));
    CHECK_FALSE(store->add_ban(ban_of_ann("2", "herald"), stranger));
    REQUIRE(store->add_ban(ban_of_ann("3", "demo"), acting_mo()));
    REQUIRE(store->add_ban(ban_of_ann("4", ""), acting_mo()));
    CHECK_FALSE(store->lift_ban("3", eve()));
    CHECK_FALSE(store->lift_ban("4", eve()));
    CHECK(store->lift_ban("1", eve()));

    CHECK_FALSE(store->add_note({"1", ann, "Hm.", "Eve", model::now()}, stranger));
    CHECK_FALSE(store->reveal_address(ann, stranger, "curiosity"));
    CHECK(store->reveal_address(ann, eve(), "a threat"));
}
