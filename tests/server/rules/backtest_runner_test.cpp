#include "server/rules/backtest_runner.hpp"

#include "tests/server/rules/sample_rules.hpp"
#include "tests/server/storage/fresh_store.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <stdexcept>
#include <thread>

using namespace rejoinder;
using tests::banning;
using tests::loaded;

namespace {

/// The record of a backtest once it has ended.
model::backtest_record ended(storage::store& store, const std::string& id)
{
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    for (;;) {
        auto found = store.find_backtest(id);
        REQUIRE(found);
        if (found->state != "running")
            return *found;
        REQUIRE(std::chrono::steady_clock::now() < until);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

}  // namespace

TEST_CASE("backtest runner: the record has what came out", "[rules][backtest]")
{
    const tests::fresh_store store;
    rules::rule_book book(*store);
    const auto before = loaded(banning("scoundrel"));
    const auto after = loaded(banning("rascal"));
    book.keep(before, "Mo", "");
    book.keep(after, "Mo", "");
    tests::store_judged(*store, before, {"What a scoundrel.", "Well said."});
    rules::backtest_runner runner(*store);

    const auto id = runner.start({after.settings.version, before.settings.version, 3'650, "Mo"});

    REQUIRE(id);
    const auto done = ended(*store, *id);
    CHECK(done.state == "done");
    CHECK(done.by == "Mo");
    CHECK(done.candidate == after.settings.version);
    const auto report = nlohmann::json::parse(done.report);
    CHECK(report["comments"] == 2);
    CHECK(report["changed"] == 1);
    CHECK(done.report.find("scoundrel") == std::string::npos);
}

TEST_CASE("backtest runner: a version that is not kept is refused", "[rules][backtest]")
{
    const tests::fresh_store store;
    rules::backtest_runner runner(*store);

    CHECK_THROWS_AS(runner.start({"0123456789ab", "0123456789ab", 30, "Mo"}), std::out_of_range);
}
