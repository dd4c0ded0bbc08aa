#include "server/cli/running_redis.hpp"

#include <stdexcept>

namespace rejoinder::cli {

redis::endpoint running_redis(
    const config::config& settings,
    const std::filesystem::path& directory,
    std::optional<redis::managed_server>& started)
{
    if (settings.redis.mode == redis::redis_mode::url) {
        const auto at = redis::parse_endpoint(settings.redis.url);
        if (!at)
            throw std::runtime_error("redis.url cannot be read; see: rejoinder check-config");
        return *at;
    }
    if (auto at = redis::managed_server::running_in(directory))
        return *at;
    started.emplace(directory, settings.redis.executable);
    return started->at();
}

}  // namespace rejoinder::cli
