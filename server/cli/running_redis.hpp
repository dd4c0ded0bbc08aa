#pragma once

#include "server/config/config.hpp"
#include "server/redis/endpoint.hpp"
#include "server/redis/managed_server.hpp"

#include <filesystem>
#include <optional>

namespace rejoinder::cli {

/// Where the installation's Redis is; one is started, and lives as long as `started`, when a
/// managed Redis does not run. Throws std::runtime_error where the configuration names none.
redis::endpoint running_redis(
    const config::config& settings,
    const std::filesystem::path& directory,
    std::optional<redis::managed_server>& started);

}  // namespace rejoinder::cli
