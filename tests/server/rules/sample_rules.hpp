#pragma once

#include "server/config/load_rule_set.hpp"
#include "server/storage/store.hpp"
#include "server/worker/judge_batch.hpp"
#include "server/worker/moderation_worker.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_submission.hpp"

#include <memory>
#include <string>
#include <vector>

namespace rejoinder::tests {

/// A rule set with one list of banned words.
inline config::rule_set_bundle banning(const std::string& words)
{
    return {
        nlohmann::json::parse(
            R"({"filters": {"words": {"lists": [{"file": "b.txt", "reason": "banned_word"}]}}})"),
        {{"b.txt", words + "\n"}}};
}

inline config::loaded_rule_set loaded(const config::rule_set_bundle& bundle)
{
    std::vector<config::problem> problems;
    auto rules = config::load_rule_set(bundle, "rules", problems);
    REQUIRE(problems.empty());
    return rules;
}

/// Stores the texts as the worker does, each by an author of its own, judged by these rules.
inline void store_judged(
    storage::store& record,
    const config::loaded_rule_set& rules,
    const std::vector<std::string>& texts)
{
    const auto engine = std::make_shared<const moderation::engine>(rules.settings);
    std::vector<model::submission> batch;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        batch.push_back(sample_submission(static_cast<int>(i) + 1));
        batch.back().text = texts[i];
    }
    const auto judgement = worker::judgement_of(engine, worker::needs_of(rules.settings));
    record.add(worker::judge_batch(record, judgement, std::move(batch), {}));
}

}  // namespace rejoinder::tests
