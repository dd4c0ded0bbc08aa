#include "server/rules/judge_edited.hpp"

#include "moderation/engine.hpp"
#include "tests/server/rules/sample_rules.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"

using namespace rejoinder;

namespace {

/// Where the words of the list are.
std::vector<std::size_t> banned_at(const moderation::verdict& verdict)
{
    std::vector<std::size_t> begins;
    for (const auto& found : verdict.found)
        if (found.reason == moderation::reason::banned_word)
            begins.push_back(found.span.begin);
    return begins;
}

}  // namespace

TEST_CASE("judge edited: the new text is judged as the comment was", "[rules]")
{
    const auto rules = tests::loaded(tests::banning("zorgle"));
    const moderation::engine engine(rules.settings);
    const tests::fresh_store store;
    tests::store_judged(*store, rules, {"A zorgle by the bridge."});
    const auto before = store->find_for_desk(tests::sample_id(1)).value().comment;
    REQUIRE(banned_at(before.verdict) == std::vector<std::size_t>{2});

    const auto clean = rules::judge_edited(*store, engine, before, "A bridge.");
    CHECK(banned_at(clean).empty());
    CHECK(clean.rule_set == engine.version());
    const auto again = rules::judge_edited(*store, engine, before, "Another zorgle.");
    CHECK(banned_at(again) == std::vector<std::size_t>{8});
}

TEST_CASE("judge edited: without its context a comment keeps its verdict", "[rules]")
{
    const auto rules = tests::loaded(tests::banning("zorgle"));
    const moderation::engine engine(rules.settings);
    const tests::fresh_store store;
    auto old = tests::judged(1, tests::verdict_kind::hold);
    old.verdict.found = {tests::sample_finding()};
    tests::add(*store, {old});
    const auto before = store->find_for_desk(tests::sample_id(1)).value().comment;
    const auto verdict = rules::judge_edited(*store, engine, before, "A zorgle.");
    CHECK(verdict.kind == moderation::verdict_kind::hold);
    CHECK(verdict.found.empty());
}
