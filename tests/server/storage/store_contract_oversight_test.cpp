#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;
using model::decision_action;
using namespace std::chrono_literals;

namespace {

std::vector<std::string> kinds(const log_page& page)
{
    std::vector<std::string> all;
    for (const auto& entry : page.entries)
        all.push_back(entry.kind);
    return all;
}

/// Everything from yesterday to tomorrow, in one step or several.
statistics_request around_now(std::chrono::milliseconds step)
{
    statistics_request request;
    request.since = model::now() - 24h;
    request.until = model::now() + 24h;
    request.step = step;
    return request;
}

acting_moderator acting_ann()
{
    return {model::moderator_id("0192f0c1-0000-7000-9000-000000000002"), "Ann"};
}

void decide_as(store& record, const acting_moderator& by, decision_action action, int revision)
{
    const std::vector<model::decision> decisions = {{sample_id(1), revision, action, "because"}};
    record.decide(decisions, by, "b" + std::to_string(revision));
}

}  // namespace

TEST_CASE("store: the log tells who did what, newest first", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1, verdict_kind::hold)});
    decide(*store, 1, decision_action::approve, 1, "fine", "b1");
    model::ban ban;
    ban.id = model::new_uuid();
    ban.author = sample_submission(1).author.known_as;
    ban.site = model::site_id("demo");
    ban.reason = "insults";
    ban.by = "Mo";
    ban.at = model::now();
    REQUIRE(store->add_ban(ban, acting_mo()));

    const auto page = store->list_log({}).value();
    CHECK_THAT(
        kinds(page),
        Catch::Matchers::UnorderedEquals(std::vector<std::string>{"banned", "decided"}));
    const auto& decided = page.entries[page.entries[0].kind == "decided" ? 0 : 1];
    CHECK(decided.by == "Mo");
    CHECK(decided.comment == sample_id(1).str());
    CHECK(decided.from == "pending");
    CHECK(decided.to == "published");
    CHECK(decided.reason == "fine");
    CHECK(decided.batch == "b1");
    CHECK(page.next.empty());

    log_request judged_only;
    judged_only.kinds = {"judged"};
    CHECK(kinds(store->list_log(judged_only).value()) == std::vector<std::string>{"judged"});
}

TEST_CASE("store: the log is filtered by site, actor and time", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});
    decide(*store, 1, decision_action::reject, 1);
    const auto found = [&](const log_request& request) {
        return store->list_log(request)->entries.size();
    };
    log_request request;
    request.sites = {"demo", "other"};
    CHECK(found(request) == 1);
    request.sites = {"other"};
    CHECK(found(request) == 0);
    request = {};
    request.actor = "Mo";
    CHECK(found(request) == 1);
    request.actor = "Ann";
    CHECK(found(request) == 0);
    request = {};
    request.since = model::now() + 1h;
    CHECK(found(request) == 0);
    request.since.reset();
    request.until = model::now() - 1h;
    CHECK(found(request) == 0);
}

TEST_CASE("store: the log's pages follow each other without gap", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});
    for (int revision = 1; revision <= 7; ++revision)
        decide(
            *store,
            1,
            revision % 2 != 0 ? decision_action::reject : decision_action::approve,
            revision);
    model::rule_set_version version;
    version.version = "aaaaaaaaaaaa";
    version.content = "{}";
    REQUIRE(store->add_rule_set(version));
    model::rule_set_activation activation;
    activation.version = version.version;
    activation.by = "Ann";
    activation.at = model::now();
    REQUIRE(store->activate_rule_set(activation));

    log_request request;
    request.limit = 3;
    std::vector<std::string> ids;
    do {
        const auto page = store->list_log(request).value();
        for (const auto& entry : page.entries)
            ids.push_back(entry.id);
        request.cursor = page.next;
    } while (!request.cursor.empty());
    CHECK(ids.size() == 8);
    std::ranges::sort(ids);
    CHECK(std::ranges::adjacent_find(ids) == ids.end());

    request.cursor = "1.z1";
    CHECK(store->list_log(request).error().code == model::error::invalid_request);
}

TEST_CASE("store: statistics count what came and what became of it", "[storage][contract]")
{
    const fresh_store store;
    add(*store,
        {judged(1),
         judged(2, verdict_kind::hold),
         judged(3, verdict_kind::spam),
         judged(4, verdict_kind::reject)});
    decide(*store, 2, decision_action::approve);
    const auto made = store->statistics_of(around_now(1h)).value();
    CHECK(made.series.size() >= 48);
    activity_bucket sum;
    for (const auto& bucket : made.series) {
        sum.submitted += bucket.submitted;
        sum.published += bucket.published;
        sum.held += bucket.held;
        sum.spam += bucket.spam;
        sum.rejected += bucket.rejected;
        sum.decided += bucket.decided;
    }
    CHECK(sum.submitted == 4);
    CHECK(sum.published == 1);
    CHECK(sum.held == 1);
    CHECK(sum.spam == 1);
    CHECK(sum.rejected == 1);
    CHECK(sum.decided == 1);
    CHECK(made.waits == 1);
    CHECK(made.wait_median == made.wait_p90);

    auto elsewhere = around_now(1h);
    elsewhere.sites = {"other"};
    CHECK(store->statistics_of(elsewhere)->waits == 0);
}

TEST_CASE("store: steps of statistics begin with the local day", "[storage][contract]")
{
    const fresh_store store;
    auto request = around_now(24h);
    request.zone = 2h;
    const auto series = store->statistics_of(request)->series;
    REQUIRE(series.size() >= 2);
    const auto local = series[1].at.time_since_epoch() + request.zone;
    CHECK(local % std::chrono::milliseconds(24h) == 0ms);
    CHECK(series[1].at - series[0].at == 24h);
}

TEST_CASE("store: statistics know how right a reason was", "[storage][contract]")
{
    const fresh_store store;
    auto one = judged(1, verdict_kind::hold);
    one.verdict.found = {sample_finding(), sample_finding()};
    auto two = judged(2, verdict_kind::hold);
    two.verdict.found = {sample_finding()};
    auto three = judged(3, verdict_kind::hold);
    three.verdict.found = {sample_finding()};
    add(*store, {one, two, three});
    decide(*store, 1, decision_action::reject);
    decide(*store, 2, decision_action::approve);

    auto request = around_now(24h);
    request.since = {};
    request.step = std::chrono::hours(24 * 365);
    const auto reasons = store->statistics_of(request)->reasons;
    REQUIRE(reasons.size() == 1);
    CHECK(reasons[0].reason == "suspect_word");
    CHECK(reasons[0].comments == 3);
    CHECK(reasons[0].decided == 2);
    CHECK(reasons[0].refused == 1);
}

TEST_CASE("store: statistics tell where moderators are of one mind", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1, verdict_kind::hold)});
    decide_as(*store, acting_mo(), decision_action::approve, 1);
    decide_as(*store, acting_ann(), decision_action::reject, 2);
    store->undo("b2", {}, acting_mo());
    decide_as(*store, acting_ann(), decision_action::spam, 4);

    const auto made = store->statistics_of(around_now(24h)).value();
    CHECK(made.twice_decided == 2);
    CHECK(made.agreed == 0);
    REQUIRE(made.moderators.size() == 2);
    CHECK(made.moderators[0].name == "Ann");
    CHECK(made.moderators[0].rejected == 1);
    CHECK(made.moderators[0].spam == 1);
    CHECK(made.moderators[0].undone_by_others == 1);
    CHECK(made.moderators[1].approved == 1);
}

TEST_CASE("store: statistics refuse a span without end", "[storage][contract]")
{
    const fresh_store store;
    auto request = around_now(1ms);
    CHECK(store->statistics_of(request).error().code == model::error::invalid_request);
    request = around_now(1h);
    std::swap(request.since, request.until);
    CHECK(store->statistics_of(request).has_error());
}
