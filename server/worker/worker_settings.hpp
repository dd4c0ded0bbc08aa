#pragma once

#include "moderation/comment_view.hpp"
#include "server/model/ids.hpp"
#include "server/model/time.hpp"

#include <chrono>
#include <functional>
#include <optional>

namespace rejoinder::worker {

/// Whether a site publishes before or after a human has looked, where it says so; otherwise the
/// rule set does. Called on a worker's thread.
using site_modes = std::function<std::optional<moderation::moderation_mode>(const model::site_id&)>;

/// What the configuration of a site says that comments are judged by. Called on a worker's thread.
struct site_facts {
    site_modes mode_of;  ///< Unset: no site says so.

    /// The minute of the day by the site's clock; unset: in UTC.
    std::function<int(const model::site_id&, model::timestamp)> minute_of_day;
};

/// The "worker" section of config/rejoinder.json.
struct worker_settings {
    int batch_max = 500;                    ///< Entries taken, judged and stored together.
    std::chrono::milliseconds wait{1'000};  ///< For new entries; also how long stopping may take.
    std::chrono::milliseconds reclaim_every{5'000};  ///< Between looks at what others left.
    std::chrono::milliseconds back_off_min{250};     ///< After the first failure in a row;
    std::chrono::milliseconds back_off_max{5'000};   ///< doubled for each more up to this.

    site_facts sites;
};

}  // namespace rejoinder::worker
