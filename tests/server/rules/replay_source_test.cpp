#include "server/rules/replay_source.hpp"

#include "moderation/engine.hpp"
#include "tests/server/rules/sample_rules.hpp"
#include "tests/server/storage/fresh_store.hpp"

using namespace rejoinder;
using tests::loaded;

TEST_CASE("replay: stored comments are judged again as they were", "[rules]")
{
    const tests::fresh_store store;
    const auto rules = loaded(tests::banning("scoundrel"));
    const moderation::engine engine(rules.settings);
    std::vector<std::string> texts;
    for (int i = 0; i < 700; ++i)
        texts.push_back(
            i % 3 == 0 ? "What a scoundrel!" : "Well said, number " + std::to_string(i));
    tests::store_judged(*store, rules, texts);

    rules::replay_source source(*store, {});
    CHECK(source.total() == 700);
    std::size_t seen = 0;
    for (auto page = source.next(); !page.empty(); page = source.next())
        for (const auto& each : page) {
            CHECK(engine.judge(each.input()) == each.stored.comment.verdict);
            CHECK(each.stored.comment.text == texts[seen++]);
        }
    CHECK(seen == 700);
}

TEST_CASE("replay: earlier comments of the author are brought along", "[rules]")
{
    const tests::fresh_store store;
    const auto rules = loaded({});
    const auto engine = std::make_shared<const moderation::engine>(rules.settings);
    std::vector<model::submission> batch;
    for (int i = 1; i <= 3; ++i) {
        batch.push_back(tests::sample_submission(i));
        batch.back().author.known_as = batch.front().author.known_as;
        batch.back().text = "The bridge should have been built of wood.";
    }
    store->add(worker::judge_batch(*store, worker::judgement_of(engine, {}), std::move(batch), {}));

    const auto page = rules::replay_source(*store, {}).next();

    REQUIRE(page.size() == 3);
    REQUIRE(page[2].context.author.recent.size() == 2);
    CHECK(page[2].context.author.recent[0].text == page[0].stored.comment.text);
    for (const auto& each : page)
        CHECK(engine->judge(each.input()) == each.stored.comment.verdict);
    CHECK_FALSE(page[2].stored.comment.verdict.found.empty());
}

TEST_CASE("replay: older comments are left out", "[rules]")
{
    const tests::fresh_store store;
    tests::store_judged(*store, loaded({}), {"One.", "Two.", "Three."});
    const auto since = tests::sample_submission(2).submitted_at;

    rules::replay_source source(*store, since);

    CHECK(source.total() == 2);
    CHECK(source.next().size() == 2);
    CHECK(source.next().empty());
}
