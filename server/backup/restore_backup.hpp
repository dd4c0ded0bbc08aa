#pragma once

#include "server/backup/backup_note.hpp"
#include "server/queue/queue_settings.hpp"
#include "server/redis/endpoint.hpp"
#include "server/redis/redis_settings.hpp"

#include <filesystem>
#include <functional>

namespace rejoinder::backup {

/// Where a backup is to be restored to.
struct restore_target {
    std::filesystem::path record;  ///< Must not exist.
    std::filesystem::path keys;    ///< Taken from the backup only where it does not exist.
    queue::queue_settings queue;
};

/// Checks that the backup is what it was when it was made, and that nothing is in the way. Throws
/// std::runtime_error with what is wrong.
backup_note check_before_restoring(
    const std::filesystem::path& directory,
    const restore_target& target);

/// Puts record and, where the backup has them and there are none, keys in place.
void restore_record(
    const std::filesystem::path& directory,
    const backup_note& note,
    const restore_target& target);

/// Puts back what waited. The queue must be empty: throws std::runtime_error where it is not.
void restore_queue(
    const std::filesystem::path& directory,
    const redis::endpoint& at,
    const redis::redis_settings& settings,
    const queue::queue_settings& queue);

}  // namespace rejoinder::backup
