#include "server/backup/make_backup.hpp"

#include "server/backup/on_redis.hpp"
#include "server/backup/queue_file.hpp"
#include "server/queue/submission_codec.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <stdexcept>
#include <utility>

namespace rejoinder::backup {

namespace {

namespace fs = std::filesystem;

/// Nobody else's business: what this process creates meanwhile is the owner's alone.
class owner_only {
public:
    owner_only()
        : before_(::umask(S_IRWXG | S_IRWXO))
    {
    }
    ~owner_only() { ::umask(before_); }
    owner_only(const owner_only&) = delete;
    owner_only& operator=(const owner_only&) = delete;

private:
    mode_t before_;
};

/// Counts the pieces, and keeps the last submission that was handed in.
class queue_account {
public:
    queue_account(backup_note& note, queue_file_writer& file)
        : note_(note),
          file_(file)
    {
    }

    void take(const queue::queue_piece& piece)
    {
        file_.write(piece);
        switch (piece.what) {
        case queue::queue_piece::kind::waiting:
            ++note_.waiting;
            look_at(piece.value);
            break;
        case queue::queue_piece::kind::parked:
            ++note_.parked;
            break;
        case queue::queue_piece::kind::same:
            ++note_.keys_of_retries;
            break;
        }
    }

    model::timestamp last_at{};

private:
    void look_at(const std::string& entry)
    {
        const auto submission = queue::decode(entry);
        if (submission.has_error() || submission->submitted_at < last_at)
            return;
        last_at = submission->submitted_at;
        note_.last_comment = submission->id.str();
    }

    backup_note& note_;
    queue_file_writer& file_;
};

awaitable<void> copy_queue(
    redis::connection& redis,
    const backup_sources& from,
    queue_account& account,
    backup_note& note)
{
    note.acknowledged_until = co_await queue::read_queue(
        redis,
        from.redis.key_prefix,
        from.queue,
        [&account](const queue::queue_piece& piece) { account.take(piece); });
}

backup_note copy_all(
    const backup_sources& from,
    const fs::path& directory,
    const storage::copy_progress& progress)
{
    backup_note note;
    note.made_at = model::now();
    note.partitions = from.queue.partitions;
    queue_file_writer file(directory / queue_name);
    queue_account account(note, file);
    on_redis(from.redis_at, from.redis, [&](redis::connection& redis) {
        return copy_queue(redis, from, account, note);
    });
    file.finish();

    const auto record = directory / record_name;
    storage::copy_sqlite(from.record, record, progress);
    note.record = storage::summary_of_sqlite(record);
    if (note.record.last_at_ms > account.last_at.time_since_epoch().count())
        note.last_comment = note.record.last_comment;
    if (from.keys) {
        fs::copy_file(*from.keys, directory / keys_name);
        flush_to_disk(directory / keys_name);
        note.with_keys = true;
    }
    flush_to_disk(directory / queue_name);
    flush_to_disk(record);
    note.queue_sha256 = digest_of(directory / queue_name);
    note.record_sha256 = digest_of(record);
    write_note(directory, note);
    return note;
}

}  // namespace

backup_note make_backup(
    const backup_sources& from,
    const fs::path& directory,
    const storage::copy_progress& progress)
{
    const auto whole = fs::absolute(directory).lexically_normal();
    if (fs::exists(whole))
        throw std::runtime_error(
            fmt::format("{} exists; a backup needs a directory of its own", whole.string()));
    if (!fs::exists(from.record))
        throw std::runtime_error(fmt::format("there is no record {}", from.record.string()));
    const owner_only mask;
    auto partial = whole;
    partial += ".partial";
    fs::remove_all(partial);  // Of a backup that was broken off.
    fs::create_directories(partial);
    try {
        auto note = copy_all(from, partial, progress);
        fs::rename(partial, whole);
        flush_to_disk(whole.parent_path());
        return note;
    } catch (...) {
        std::error_code ignored;
        fs::remove_all(partial, ignored);
        throw;
    }
}

}  // namespace rejoinder::backup
