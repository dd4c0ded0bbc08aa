#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;
using namespace std::chrono_literals;

namespace {

const auto monday = model::from_rfc3339("2026-10-05T00:00:00.000Z").value();

model::ban ban_of(const model::pseudonym& author, const char* site = "", const char* story = "")
{
    model::ban ban;
    ban.id = model::new_uuid();
    ban.author = author;
    ban.site = model::site_id(site);
    ban.story = model::story_id(story);
    ban.reason = "insults";
    ban.by = "Mo";
    ban.at = monday;
    return ban;
}

std::vector<std::string> in_force(
    store& record,
    const model::pseudonym& author,
    model::timestamp at = monday + 1h,
    const char* site = "demo")
{
    std::vector<std::string> ids;
    for (const auto& ban : record.bans_in_force(model::site_id(site), {&author, 1}, at))
        ids.push_back(ban.id);
    return ids;
}

}  // namespace

TEST_CASE("store: a ban is in force in its site, until it ends or is lifted", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1), judged(2)});
    const auto ann = judged(1).submission.author.known_as;
    const auto bob = judged(2).submission.author.known_as;
    auto for_a_day = ban_of(ann, "demo");
    for_a_day.ends_at = monday + 24h;
    const auto everywhere = ban_of(bob);
    REQUIRE(store->add_ban(for_a_day, acting_mo()));
    REQUIRE(store->add_ban(everywhere, acting_mo()));

    CHECK(in_force(*store, ann) == std::vector{for_a_day.id});
    CHECK(in_force(*store, ann, monday + 24h).empty());
    CHECK(in_force(*store, ann, monday + 1h, "gazette").empty());
    CHECK(in_force(*store, bob, monday + 1h, "gazette") == std::vector{everywhere.id});

    CHECK(store->lift_ban(everywhere.id, acting_mo()));
    CHECK_FALSE(store->lift_ban(everywhere.id, acting_mo()));
    CHECK_FALSE(store->lift_ban(model::new_uuid(), acting_mo()));
    CHECK(in_force(*store, bob).empty());
    const auto kept = store->author_record_of(bob, {}, {}).value().bans.at(0);
    CHECK(kept.lifted_by == "Mo");
    CHECK(kept.lifted_at);
    CHECK(kept.reason == "insults");
    CHECK(kept.by == "Mo");
}

TEST_CASE("store: a ban of one story comes with its story", "[storage][contract]")
{
    const fresh_store store;
    add(*store, {judged(1)});
    const auto author = judged(1).submission.author.known_as;
    store->add_ban(ban_of(author, "demo", "bridge"), acting_mo());

    const auto bans = store->bans_in_force(model::site_id("demo"), {&author, 1}, monday);
    REQUIRE(bans.size() == 1);
    CHECK(bans[0].covers(sample_key()));
    CHECK_FALSE(bans[0].covers({model::site_id("demo"), model::story_id("tunnel")}));
    CHECK_FALSE(bans[0].covers({model::site_id("gazette"), model::story_id("bridge")}));
}

TEST_CASE("store: who never wrote is not banned", "[storage][contract]")
{
    const fresh_store store;
    CHECK_FALSE(store->add_ban(ban_of(model::pseudonym("nobody")), acting_mo()));
}
