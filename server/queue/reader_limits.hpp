#pragma once

#include "server/async/net.hpp"
#include "server/model/ids.hpp"
#include "server/queue/queue_settings.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace rejoinder::redis {
class connection;
}

namespace rejoinder::queue {

/// How often one client may do the small things that leave no submission, such as liking. Counted
/// in Redis by the client's keyed hash, for all nodes alike, and forgotten with the window.
class reader_limits {
public:
    /// The connection belongs to the same core as the callers and outlives this.
    reader_limits(
        redis::connection& connection,
        std::string key_prefix,
        std::chrono::milliseconds deadline);

    /// Counts one more. How long to wait where that is one too many; nothing where it may be done.
    awaitable<std::optional<std::chrono::seconds>> charge(
        std::string what,
        model::client_pseudonym client,
        rate_limit limit);

private:
    redis::connection& connection_;
    std::string prefix_;
    std::chrono::milliseconds deadline_;
};

}  // namespace rejoinder::queue
