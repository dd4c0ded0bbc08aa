#pragma once

#include "server/async/net.hpp"

#include <string>
#include <vector>

namespace rejoinder::redis {

class connection;

/// Asks a Redis whether it keeps what the queue promises in its name: `appendonly yes`,
/// `appendfsync always`, `maxmemory-policy noeviction`. Returns a sentence for each that it does
/// not keep, or that cannot be asked; empty when all is well.
awaitable<std::vector<std::string>> broken_promises(connection& to);

}  // namespace rejoinder::redis
