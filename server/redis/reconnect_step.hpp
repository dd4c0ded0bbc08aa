#pragma once

#include <chrono>

namespace rejoinder::redis {

/// Decides when to connect again. Knows no socket and no clock: it is told what happened and how
/// lucky the dice were, and answers how long to wait.
///
/// The pause doubles from the least to the most; a quarter of it is left to chance, so that many
/// nodes do not come back in the same moment. It never gives up.
class reconnect_step {
public:
    reconnect_step(std::chrono::milliseconds least, std::chrono::milliseconds most);

    /// The connection works: the next loss starts from the least pause again.
    void connected() noexcept;

    /// It was lost, or never came about. `chance` is from 0 up to 1.
    std::chrono::milliseconds pause_after_loss(double chance) noexcept;

    /// Losses since it last worked.
    int losses() const noexcept { return losses_; }

private:
    std::chrono::milliseconds least_;
    std::chrono::milliseconds most_;
    std::chrono::milliseconds next_;
    int losses_ = 0;
};

}  // namespace rejoinder::redis
