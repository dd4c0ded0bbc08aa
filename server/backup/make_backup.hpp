#pragma once

#include "server/backup/backup_note.hpp"
#include "server/queue/queue_settings.hpp"
#include "server/redis/endpoint.hpp"
#include "server/redis/redis_settings.hpp"
#include "server/storage/copy_sqlite.hpp"

#include <filesystem>
#include <optional>

namespace rejoinder::backup {

/// Where what is to be kept is found.
struct backup_sources {
    std::filesystem::path record;  ///< The database's file.
    redis::endpoint redis_at;
    redis::redis_settings redis;
    queue::queue_settings queue;
    std::optional<std::filesystem::path> keys;  ///< Only where they are asked for.
};

/// Copies everything durable to a directory that must not exist, while the server goes on. The
/// directory has its name only when the backup is whole, readable by the owner alone.
backup_note make_backup(
    const backup_sources& from,
    const std::filesystem::path& directory,
    const storage::copy_progress& progress);

}  // namespace rejoinder::backup
