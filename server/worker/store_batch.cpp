#include "server/worker/store_batch.hpp"

#include <utility>

namespace rejoinder::worker {

std::vector<storage::judged_submission> store_batch(
    storage::store& store,
    const judgement& judgement,
    std::vector<queue::delivery> deliveries,
    const site_facts& sites)
{
    std::vector<model::submission> fresh;
    fresh.reserve(deliveries.size());
    for (auto& delivery : deliveries) {
        const bool stored_before =
            delivery.attempts > 1 && store.find_comment(delivery.submission.id).has_value();
        if (!stored_before)
            fresh.push_back(std::move(delivery.submission));
    }
    if (fresh.empty())
        return {};

    auto judged = judge_batch(store, judgement, std::move(fresh), sites);
    store.add(judged);
    return judged;
}

}  // namespace rejoinder::worker
