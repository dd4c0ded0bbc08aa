#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;

TEST_CASE("store: each distinct sealed address is visited once", "[storage][contract]")
{
    const fresh_store store;
    std::vector<judged_submission> batch;
    for (int number = 1; number <= 1100; ++number) {
        batch.push_back(judged(number, verdict_kind::reject));
        batch.back().submission.author.email.text = "k1." + std::to_string(number % 1050);
    }
    store->add(batch);

    std::vector<std::string> visited;
    store->for_each_sealed_email([&](const auto& sealed) { visited.push_back(sealed.text); });

    CHECK(visited.size() == 1050);
    std::sort(visited.begin(), visited.end());
    CHECK(std::adjacent_find(visited.begin(), visited.end()) == visited.end());
}

TEST_CASE("store: an empty record has no sealed address to visit", "[storage][contract]")
{
    const fresh_store store;
    int visits = 0;
    store->for_each_sealed_email([&](const auto&) { ++visits; });

    CHECK(visits == 0);
}

TEST_CASE("store: answers a sign of life", "[storage][contract]")
{
    const fresh_store store;

    CHECK_NOTHROW(store->ping());
}

TEST_CASE("store: every text of every table is handed out whole", "[storage][contract]")
{
    const fresh_store store;
    auto comment = judged(1, verdict_kind::hold);
    comment.submission.text = std::string(20'000, 'x') + "the end";
    comment.verdict.found = {sample_finding()};
    add(*store, {comment});

    std::vector<std::string> texts;
    store->for_each_text([&](std::string_view text) { texts.emplace_back(text); });

    const auto has = [&](const std::string& text) {
        return std::find(texts.begin(), texts.end(), text) != texts.end();
    };
    CHECK(has(comment.submission.text));
    CHECK(has(comment.submission.author.name));
    CHECK(has(comment.submission.author.email.text));
    CHECK(has(comment.verdict.found.front().detail));
}
