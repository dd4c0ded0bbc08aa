#include "server/rules/backtest.hpp"

#include "tests/server/rules/sample_rules.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"

using namespace rejoinder;
using moderation::reason;
using moderation::verdict_kind;
using tests::banning;
using tests::loaded;

namespace {

constexpr auto index(verdict_kind kind)
{
    return static_cast<std::size_t>(kind);
}

bool go_on(std::int64_t, std::int64_t)
{
    return true;
}

}  // namespace

TEST_CASE("backtest: tells whose verdict changes, with examples", "[rules][backtest]")
{
    const tests::fresh_store store;
    const auto before = loaded(banning("scoundrel"));
    const auto after = loaded(banning("rascal"));
    tests::store_judged(
        *store,
        before,
        {"What a scoundrel.", "What a rascal.", "Rascals all, you rascal.", "Well said."});

    const auto report = rules::run_backtest(*store, before, after, {.examples_max = 1}, go_on);

    CHECK(report.comments == 4);
    CHECK(report.changed() == 3);
    CHECK(report.verdicts[index(verdict_kind::reject)][index(verdict_kind::publish)] == 1);
    CHECK(report.verdicts[index(verdict_kind::publish)][index(verdict_kind::reject)] == 2);
    CHECK(report.verdicts[index(verdict_kind::publish)][index(verdict_kind::publish)] == 1);
    CHECK(report.unlike_stored == 0);
    REQUIRE(report.examples.size() == 2);
    CHECK(report.examples[0].excerpt == "What a scoundrel.");
    CHECK(report.examples[0].reasons == std::vector<std::string>{"new_author"});
    CHECK(report.examples[1].excerpt == "What a rascal.");
    CHECK(report.examples[1].reasons == std::vector<std::string>{"banned_word", "new_author"});
    CHECK(report.before.version == before.settings.version);
    CHECK(report.after.version == after.settings.version);
}

TEST_CASE("backtest: compares with what moderators decided", "[rules][backtest]")
{
    const tests::fresh_store store;
    const auto before = loaded(banning("scoundrel"));
    const auto after = loaded(banning("rascal"));
    tests::store_judged(
        *store,
        before,
        {"What a scoundrel.", "What a rascal.", "Dear rascal!", "Well said."});
    tests::decide(*store, 1, model::decision_action::approve);
    tests::decide(*store, 2, model::decision_action::spam);
    tests::decide(*store, 4, model::decision_action::reject);

    const auto report = rules::run_backtest(*store, before, after, {}, go_on);

    const auto banned = static_cast<std::size_t>(reason::banned_word);
    CHECK(report.decided == 3);
    CHECK(report.before.withheld.wronged == 1);
    CHECK(report.before.withheld.caught == 0);
    CHECK(report.before.withheld.missed == 2);
    CHECK(report.after.withheld.precision() == 1);
    CHECK(report.after.withheld.recall() == 0.5);
    CHECK(report.after.by_reason[banned].caught == 1);
    CHECK(report.after.comments_with[banned] == 2);
    CHECK(report.before.by_reason[banned].wronged == 1);
}

TEST_CASE("backtest: several threads count what one counts", "[rules][backtest]")
{
    const tests::fresh_store store;
    const auto before = loaded(banning("scoundrel"));
    const auto after = loaded(banning("rascal"));
    std::vector<std::string> texts;
    for (int i = 0; i < 1'200; ++i)
        texts.push_back(i % 4 == 0 ? "What a scoundrel." : "What a rascal.");
    tests::store_judged(*store, before, texts);
    std::int64_t told = 0;
    std::int64_t of = 0;

    const auto report = rules::run_backtest(
        *store,
        before,
        after,
        {.threads = 3},
        [&](std::int64_t done, std::int64_t all) {
            CHECK(done > told);
            told = done;
            of = all;
            return true;
        });

    CHECK(told == 1'200);
    CHECK(of == 1'200);
    CHECK(report.comments == 1'200);
    CHECK(report.verdicts[index(verdict_kind::reject)][index(verdict_kind::publish)] == 300);
    CHECK(report.verdicts[index(verdict_kind::publish)][index(verdict_kind::reject)] == 900);
    CHECK(report.examples.size() == 6);
}

TEST_CASE("backtest: ends early when it is told to", "[rules][backtest]")
{
    const tests::fresh_store store;
    const auto rules = loaded({});
    tests::store_judged(*store, rules, std::vector<std::string>(1'100, "Well said."));

    const auto report =
        rules::run_backtest(*store, rules, rules, {}, [](auto, auto) { return false; });

    CHECK(report.comments == 500);
}

TEST_CASE("backtest: a failing record is its failure", "[rules][backtest]")
{
    const tests::fresh_store store;
    const auto rules = loaded({});
    tests::store_judged(*store, rules, {"One.", "Two."});

    CHECK_THROWS_AS(
        rules::run_backtest(
            *store,
            rules,
            rules,
            {.threads = 2},
            [](auto, auto) -> bool { throw std::runtime_error("no more"); }),
        std::runtime_error);
}
