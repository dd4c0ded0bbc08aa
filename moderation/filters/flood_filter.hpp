#pragma once

#include "moderation/filter.hpp"

#include <cstdint>

namespace rejoinder::moderation {

/// The "filters.flood" section. From so many earlier comments in the window on, the next one is a
/// finding. A maximum of 0 switches that count off.
struct flood_settings {
    std::int64_t author_window_seconds = 60;
    std::int64_t author_max = 4;  ///< Earlier comments by the same author.

    /// Comments from the same class of network addresses; the caller counts within the window. Off
    /// by default, because whole offices and telephone networks share one address.
    std::int64_t network_window_seconds = 10 * 60;
    std::int64_t network_max = 0;

    /// Comments on the same story by anybody; the caller counts within the window.
    std::int64_t story_window_seconds = 60;
    std::int64_t story_max = 0;
};

/// Finds more comments in a window than people write. One finding per count that is exceeded; the
/// detail is "author", "network" or "story".
class flood_filter final : public filter {
public:
    explicit flood_filter(flood_settings settings);

    std::string_view name() const noexcept override { return "flood"; }
    findings inspect(const comment_view& comment) const override;

private:
    flood_settings settings_;
};

}  // namespace rejoinder::moderation
