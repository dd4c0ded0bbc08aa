#include "server/worker/context_needs.hpp"

#include "moderation/rule_set.hpp"

#include <algorithm>

namespace rejoinder::worker {

context_needs needs_of(const moderation::rule_set_settings& rules)
{
    context_needs needs;
    needs.network_window = std::chrono::seconds(rules.flood.network_window_seconds);
    needs.author_window = std::chrono::seconds(
        std::max(rules.flood.author_window_seconds, rules.repeat.window_seconds));
    needs.story_window =
        std::chrono::seconds(rules.flood.story_max > 0 ? rules.flood.story_window_seconds : 0);
    needs.known_author_min = rules.impersonation.known_author_min;
    needs.copies_window =
        std::chrono::seconds(rules.copy.authors_min > 0 ? rules.copy.window_seconds : 0);
    needs.author_recent_max =
        std::max(needs.author_recent_max, static_cast<int>(rules.flood.author_max));
    needs.review_queue =
        std::ranges::any_of(rules.policy.layers, [](const moderation::policy_layer& layer) {
            return layer.when.review_queue_min > 0;
        });
    return needs;
}

}  // namespace rejoinder::worker
