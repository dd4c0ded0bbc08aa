#pragma once

#include "moderation/comment_view.hpp"
#include "moderation/verdict.hpp"
#include "server/model/submission.hpp"
#include "server/storage/store.hpp"
#include "server/worker/context_needs.hpp"
#include "server/worker/worker_settings.hpp"

#include <functional>
#include <string>
#include <vector>

namespace rejoinder::worker {

/// One rule set's judgement: `moderation::engine::judge` of one engine, its version, and what it
/// looks at.
struct judgement {
    std::function<moderation::verdict(const moderation::comment_input&)> judge;
    std::string rule_set;
    context_needs needs = {};
};

/// Gathers what the filters need to know and judges the submissions in their order. Later ones see
/// the earlier ones of the batch as part of their author's and network's activity.
///
/// Blocking: asks the storage once for the authors of each site, once for each network and story.
/// Throws what the storage throws. A judgement that throws holds the comment for a human.
std::vector<storage::judged_submission> judge_batch(
    storage::store& store,
    const judgement& judgement,
    std::vector<model::submission> batch,
    const site_facts& sites);

}  // namespace rejoinder::worker
