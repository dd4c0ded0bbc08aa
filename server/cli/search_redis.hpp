#pragma once

#include "server/async/net.hpp"
#include "server/redis/endpoint.hpp"

namespace rejoinder::redis {
struct redis_settings;
}

namespace rejoinder::cli {

class leak_report;

/// Searches the names and values of all keys with our prefix, as Redis hands them out; its own
/// files may hold them compressed. Throws when Redis cannot be reached.
void search_redis(
    const redis::endpoint& at,
    const redis::redis_settings& settings,
    leak_report& report);

}  // namespace rejoinder::cli
