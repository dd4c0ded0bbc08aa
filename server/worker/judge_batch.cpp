#include "server/worker/judge_batch.hpp"

#include "server/worker/batch_context.hpp"
#include "server/worker/judging_context.hpp"
#include "server/worker/known_authors.hpp"

#include <exception>
#include <utility>

namespace rejoinder::worker {

namespace {

/// A judgement that cannot be reached leaves the comment to a human, as a failing filter does.
moderation::verdict held(const judgement& judgement)
{
    moderation::finding finding;
    finding.reason = moderation::reason::filter_failed;
    finding.filter = "engine";

    moderation::verdict verdict;
    verdict.kind = moderation::verdict_kind::hold;
    verdict.found.push_back(std::move(finding));
    verdict.rule_set = judgement.rule_set;
    return verdict;
}

moderation::verdict judge(const judgement& judgement, const moderation::comment_input& input)
{
    try {
        return judgement.judge(input);
    } catch (const std::exception&) {
        return held(judgement);
    }
}

}  // namespace

std::vector<storage::judged_submission> judge_batch(
    storage::store& store,
    const judgement& judgement,
    std::vector<model::submission> batch,
    const site_facts& sites)
{
    batch_context context(store, batch, judgement.needs, sites);

    std::vector<storage::judged_submission> judged;
    judged.reserve(batch.size());
    for (auto& submission : batch) {
        const auto input = context.input_for(submission);
        storage::judged_submission item;
        item.verdict = judge(judgement, input);
        item.context = to_text(context_of(input));
        item.sketch = context.sketch_of(submission);
        item.cluster = context.cluster_of(submission);
        item.name_key = known_authors::proved_name_of(submission);
        context.add(submission, item.verdict.kind, item.cluster);
        item.submission = std::move(submission);
        judged.push_back(std::move(item));
    }
    return judged;
}

}  // namespace rejoinder::worker
