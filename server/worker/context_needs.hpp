#pragma once

#include <chrono>
#include <cstdint>

namespace rejoinder::moderation {
struct rule_set_settings;
}

namespace rejoinder::worker {

/// What of a comment's surroundings a rule set looks at, and so what is gathered for it.
struct context_needs {
    std::chrono::seconds author_window{24 * 60 * 60};  ///< Of the author's recent comments.
    int author_recent_max = 20;
    std::chrono::seconds network_window{10 * 60};      ///< Of the count of comments by network.
    std::chrono::seconds story_window{0};              ///< Of the count by story; 0: not counted.
    std::chrono::seconds copies_window{24 * 60 * 60};  ///< Of texts like it; 0: not looked for.
    std::int64_t known_author_min = 0;  ///< See impersonation_settings; 0: not looked for.
    bool review_queue = false;          ///< How many comments wait; costs a count for each batch.
};

context_needs needs_of(const moderation::rule_set_settings& rules);

}  // namespace rejoinder::worker
