#include "server/storage/state_tally.hpp"

#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

#include <random>
#include <string>

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;
using model::decision_action;

namespace {

std::string told(const state_counts& counts)
{
    return std::to_string(counts.pending) + " pending, " + std::to_string(counts.published) +
           " published, " + std::to_string(counts.rejected) + " rejected, " +
           std::to_string(counts.spam) + " spam";
}

}  // namespace

TEST_CASE("state tally: what it adds up is what a count of all finds", "[storage]")
{
    const fresh_store store;
    const auto other = store.open_again();
    std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same every time.
    const auto among = [&](int count) {
        return static_cast<int>(random() % unsigned(count));
    };
    const std::vector<verdict_kind> verdicts =
        {verdict_kind::publish, verdict_kind::hold, verdict_kind::reject, verdict_kind::spam};
    const std::vector<decision_action> actions = {
        decision_action::approve,
        decision_action::reject,
        decision_action::spam};

    int added = 0;
    for (int step = 0; step < 60; ++step) {
        auto& writer = step % 3 == 0 ? *other : *store;
        auto fresh = judged(++added, verdicts.at(static_cast<std::size_t>(among(4))));
        if (among(3) == 0)
            fresh.submission.story.site = model::site_id("gazette");
        add(writer, {fresh});
        add(writer, {fresh});  // Once more is not once more counted.
        const int decided = 1 + among(added);
        const auto found = writer.find_for_desk(sample_id(decided));
        const auto batch = "batch-" + std::to_string(step);
        decide(
            writer,
            decided,
            actions.at(static_cast<std::size_t>(among(3))),
            found->comment.revision,
            "",
            batch);

        CAPTURE(step);
        const auto anew = store.open_again();
        for (const auto* const site : {"", "demo", "gazette", "none"}) {
            CAPTURE(site);
            CHECK(told(store->counts(site)) == told(anew->counts(site)));
        }
    }
    CHECK(store->counts("none").pending == 0);
    const desk_scope both("", {model::site_id("demo"), model::site_id("gazette")});
    CHECK(told(store->counts(both)) == told(store->counts("")));
}
