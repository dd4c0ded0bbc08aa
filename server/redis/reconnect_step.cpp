#include "server/redis/reconnect_step.hpp"

#include <algorithm>
#include <cstdint>

namespace rejoinder::redis {

reconnect_step::reconnect_step(std::chrono::milliseconds least, std::chrono::milliseconds most)
    : least_(least),
      most_(std::max(least, most)),
      next_(least)
{
}

void reconnect_step::connected() noexcept
{
    next_ = least_;
    losses_ = 0;
}

std::chrono::milliseconds reconnect_step::pause_after_loss(double chance) noexcept
{
    ++losses_;
    const auto pause = next_;
    next_ = std::min(most_, next_ * 2);
    const auto share =
        static_cast<double>(pause.count()) * (0.75 + 0.25 * std::clamp(chance, 0.0, 1.0));
    return std::chrono::milliseconds(static_cast<std::int64_t>(share));
}

}  // namespace rejoinder::redis
