#pragma once

#include "moderation/filter.hpp"

#include <cstdint>

namespace rejoinder::moderation {

/// The "filters.flood" section. A maximum of 0 switches that count off.
struct flood_settings {
    std::int64_t author_window_seconds = 60;
    std::int64_t author_max = 4;  ///< Earlier comments by the same author in the window.

    std::int64_t network_window_seconds = 10 * 60;  ///< The caller counts within this.
    std::int64_t network_max = 30;                  ///< Comments from the same class of addresses.

    std::int64_t story_window_seconds = 60;  ///< The caller counts within this.
    std::int64_t story_max = 0;              ///< Comments on the story by anybody.
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
