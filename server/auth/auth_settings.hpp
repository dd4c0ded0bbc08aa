#pragma once

#include <chrono>

namespace rejoinder::auth {

/// The "auth" section of config/rejoinder.json.
struct auth_settings {
    std::chrono::seconds session_lifetime{12 * 60 * 60};  ///< From the last use.
    int failures_max = 5;  ///< Of an account or a network, before each one more must wait.
    std::chrono::seconds failures_window{24 * 60 * 60};  ///< After which they are forgotten.
    std::chrono::seconds delay_max{15 * 60};
    std::chrono::milliseconds deadline{2'000};
};

}  // namespace rejoinder::auth
