#pragma once

#include "moderation/comment_view.hpp"
#include "server/model/ids.hpp"

#include <chrono>
#include <functional>
#include <optional>

namespace rejoinder::worker {

/// Whether a site publishes before or after a human has looked, where it says so; otherwise the
/// rule set does. Called on a worker's thread.
using site_modes = std::function<std::optional<moderation::moderation_mode>(const model::site_id&)>;

/// The "worker" section of config/rejoinder.json.
struct worker_settings {
    int batch_max = 500;                    ///< Entries taken, judged and stored together.
    std::chrono::milliseconds wait{1'000};  ///< For new entries; also how long stopping may take.
    std::chrono::milliseconds reclaim_every{5'000};  ///< Between looks at what others left.
    std::chrono::milliseconds back_off_min{250};     ///< After the first failure in a row;
    std::chrono::milliseconds back_off_max{5'000};   ///< doubled for each more up to this.

    std::chrono::seconds author_window{24 * 60 * 60};  ///< Of the author's recent comments.
    int author_recent_max = 20;
    std::chrono::seconds network_window{10 * 60};  ///< Of the count of comments by network.

    site_modes mode_of;  ///< From the sites' configuration; unset: none says so.

    /// Whether the rule set asks how many comments wait, which costs a count for each batch.
    bool review_queue_matters = false;
};

}  // namespace rejoinder::worker
