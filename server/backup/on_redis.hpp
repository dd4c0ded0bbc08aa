#pragma once

#include "server/async/net.hpp"
#include "server/redis/endpoint.hpp"
#include "server/redis/redis_settings.hpp"

#include <functional>

namespace rejoinder::redis {
class connection;
}

namespace rejoinder::backup {

/// Does `work` with a connection that is up, and returns when it is done. Throws what it throws, or
/// when no Redis answers.
void on_redis(
    const redis::endpoint& at,
    const redis::redis_settings& settings,
    const std::function<awaitable<void>(redis::connection&)>& work);

}  // namespace rejoinder::backup
