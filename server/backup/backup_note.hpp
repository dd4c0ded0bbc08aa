#pragma once

#include "server/model/time.hpp"
#include "server/storage/copy_sqlite.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace rejoinder::backup {

/// Files of a backup, beside its note.
inline constexpr const char* note_name = "backup.json";
inline constexpr const char* record_name = "record.db";
inline constexpr const char* queue_name = "queue.jsonl";
inline constexpr const char* keys_name = "keys";

/// What a backup says of itself.
struct backup_note {
    model::timestamp made_at;
    /// Everything that was acknowledged before is contained.
    model::timestamp acknowledged_until;
    /// The comment among them that was handed in last; empty where there is none.
    std::string last_comment;
    storage::record_summary record;
    std::int64_t waiting = 0;  ///< Submissions that are not stored yet.
    std::int64_t parked = 0;
    std::int64_t keys_of_retries = 0;
    int partitions = 1;  ///< Of the queue.
    bool with_keys = false;
    std::string record_sha256;
    std::string queue_sha256;
};

/// Writes it so that it is there whole or not at all, and on the disk when this returns.
void write_note(const std::filesystem::path& directory, const backup_note& note);

/// Throws std::runtime_error where there is no backup, or one of another format.
backup_note read_note(const std::filesystem::path& directory);

/// SHA-256 of a file, in hexadecimal.
std::string digest_of(const std::filesystem::path& file);

/// Makes sure that what was written is on the disk, a directory's names as well.
void flush_to_disk(const std::filesystem::path& file);

}  // namespace rejoinder::backup
