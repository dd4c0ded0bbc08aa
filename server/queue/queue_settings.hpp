#pragma once

#include <chrono>
#include <cstdint>

namespace rejoinder::queue {

/// So many in a window; 0 switches the limit off.
struct rate_limit {
    int count = 0;
    std::chrono::seconds window{60};
};

/// The "queue" section of config/rejoinder.json.
struct queue_settings {
    int partitions = 1;                  ///< Streams that submissions are spread over by story.
    std::int64_t waiting_max = 200'000;  ///< Beyond it posting answers 503.
    std::chrono::milliseconds reclaim_after{10'000};
    int attempts_max = 5;  ///< Deliveries before an entry is parked.
    std::chrono::milliseconds deadline{2'000};
    rate_limit per_client{10, std::chrono::seconds(60)};
    rate_limit per_network{60, std::chrono::seconds(60)};
    rate_limit per_author{6, std::chrono::seconds(60)};
    rate_limit per_story{6'000, std::chrono::seconds(60)};
};

}  // namespace rejoinder::queue
