#pragma once

#include "moderation/comment_view.hpp"
#include "server/model/ids.hpp"

#include <chrono>
#include <functional>

namespace rejoinder::worker {

/// Whether a site publishes before or after a human has looked. Called on a worker's thread.
using site_modes = std::function<moderation::moderation_mode(const model::site_id&)>;

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

    site_modes mode_of;  ///< From the sites' configuration; unset means `after` everywhere.
};

}  // namespace rejoinder::worker
