#include "server/backup/restore_backup.hpp"

#include "server/backup/on_redis.hpp"
#include "server/backup/queue_file.hpp"
#include "server/queue/queue_depth.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>
#include <vector>

namespace rejoinder::backup {

namespace {

namespace fs = std::filesystem;

void check_digest(const fs::path& file, const std::string& expected)
{
    if (digest_of(file) != expected)
        throw std::runtime_error(
            fmt::format("{} is not what it was when the backup was made", file.string()));
}

/// There whole or not at all.
void copy_whole(const fs::path& from, const fs::path& to)
{
    auto partial = to;
    partial += ".partial";
    fs::create_directories(to.parent_path());
    fs::copy_file(from, partial, fs::copy_options::overwrite_existing);
    fs::permissions(partial, fs::perms::owner_read | fs::perms::owner_write);
    flush_to_disk(partial);
    fs::rename(partial, to);
    flush_to_disk(to.parent_path());
}

awaitable<void> write_all(
    redis::connection& redis,
    const redis::redis_settings& settings,
    const queue::queue_settings& queue,
    const std::vector<queue::queue_piece>& pieces)
{
    const auto depth = co_await queue::read_queue_depth(redis, settings.key_prefix, queue);
    if (depth.waiting + depth.dead > 0)
        throw std::runtime_error(
            "Redis holds a queue already; a backup is restored to an empty one");
    for (auto piece : pieces)
        co_await queue::write_queue_piece(redis, settings.key_prefix, std::move(piece));
}

}  // namespace

backup_note check_before_restoring(const fs::path& directory, const restore_target& target)
{
    auto note = read_note(directory);
    check_digest(directory / record_name, note.record_sha256);
    check_digest(directory / queue_name, note.queue_sha256);
    if (fs::exists(target.record))
        throw std::runtime_error(
            fmt::format("{} exists; move it away first", target.record.string()));
    if (target.queue.partitions < note.partitions)
        throw std::runtime_error(
            fmt::format("queue.partitions must be at least {}, as it was", note.partitions));
    return note;
}

void restore_record(
    const fs::path& directory,
    const backup_note& note,
    const restore_target& target)
{
    if (note.with_keys && !fs::exists(target.keys))
        copy_whole(directory / keys_name, target.keys);
    // What a former record of the same name left beside it would be taken for its own.
    for (const auto* rest : {"-wal", "-shm", "-journal"}) {
        auto leftover = target.record;
        leftover += rest;
        fs::remove(leftover);
    }
    copy_whole(directory / record_name, target.record);
}

void restore_queue(
    const fs::path& directory,
    const redis::endpoint& at,
    const redis::redis_settings& settings,
    const queue::queue_settings& queue)
{
    std::vector<queue::queue_piece> pieces;
    read_queue_file(directory / queue_name, [&](queue::queue_piece piece) {
        pieces.push_back(std::move(piece));
    });
    on_redis(at, settings, [&](redis::connection& redis) {
        return write_all(redis, settings, queue, pieces);
    });
}

}  // namespace rejoinder::backup
