#include "server/backup/make_backup.hpp"
#include "server/backup/restore_backup.hpp"
#include "server/cli/backup_commands.hpp"
#include "server/cli/progress_bar.hpp"
#include "server/cli/running_redis.hpp"
#include "server/config/config.hpp"
#include "server/foundation.hpp"
#include "server/storage/open_store.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <functional>
#include <iostream>
#include <optional>
#include <ostream>
#include <sodium.h>
#include <stdexcept>

namespace rejoinder::cli {

namespace {

namespace fs = std::filesystem;

/// How many sealed addresses the record has; throws where a key is missing to open one.
std::size_t count_openable(storage::store& record, const privacy::email_sealer& sealer)
{
    std::size_t opened = 0;
    std::size_t broken = 0;
    record.for_each_sealed_email(
        [&](const model::sealed_email& sealed) { ++(sealer.open(sealed) ? opened : broken); });
    if (broken > 0)
        throw std::runtime_error(
            fmt::format("{} sealed addresses open with none of the keys", broken));
    return opened;
}

/// Opens the copied record as a server would.
std::size_t verify(const fs::path& directory, const privacy::key_ring& keys)
{
    storage::storage_settings settings;
    settings.url = "sqlite:" + fs::absolute(directory / backup::record_name).string();
    settings.connections = 1;
    const auto record = storage::open_store(settings, directory);
    const privacy::email_sealer sealer(keys);
    return count_openable(*record, sealer);
}

void start_sodium()
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium cannot find a source of random numbers");
}

void report(const backup::backup_note& note, std::ostream& out)
{
    out << fmt::format(
        "{} comments, {} submissions that wait, {} that were parked, {} keys of retries.\n"
        "Contains everything that was acknowledged before {}",
        note.record.comments,
        note.waiting,
        note.parked,
        note.keys_of_retries,
        model::to_rfc3339(note.acknowledged_until));
    out
        << (note.last_comment.empty() ? ".\n"
                                      : fmt::format(",\nlast comment {}.\n", note.last_comment));
}

bool has_keys(const fs::path& file)
{
    return std::getenv("REJOINDER_KEYS") != nullptr || fs::exists(file);
}

}  // namespace

int backup(const backup_options& options, std::ostream& out)
{
    start_sodium();
    const auto settings = config::load_config(options.at.config);
    const fs::path data = options.at.data_directory;
    if (!fs::is_directory(data))
        throw std::runtime_error(
            fmt::format("there is no data directory {}; see --data-dir", data.string()));
    const auto key_file = data / settings.key_file;
    if (!has_keys(key_file))
        throw std::runtime_error(fmt::format("there is no key file {}", key_file.string()));

    std::optional<redis::managed_server> started;
    backup::backup_sources from;
    from.record = storage::record_file(settings.storage, data);
    from.redis_at = running_redis(settings, data / "redis", started);
    from.redis = settings.redis;
    from.queue = settings.queue;
    if (options.with_keys)
        from.keys = key_file;
    progress_bar bar("pages", std::cerr, is_watched());
    const auto note = backup::make_backup(from, options.directory, std::ref(bar));
    const auto addresses = verify(options.directory, open_keys(settings, data));
    report(note, out);
    out << fmt::format(
        "Verified: the copy is sound, {} sealed addresses open.{}\n",
        addresses,
        options.with_keys ? " The keys are in it: keep it as safe as them."
                          : " Keep the keys elsewhere: they are not in it.");
    return 0;
}

int restore(const backup_options& options, std::ostream& out)
{
    start_sodium();
    const auto settings = config::load_config(options.at.config);
    const fs::path data = fs::absolute(options.at.data_directory);
    fs::create_directories(data);
    backup::restore_target to;
    to.record = storage::record_file(settings.storage, data);
    to.keys = data / settings.key_file;
    to.queue = settings.queue;
    const auto note = backup::check_before_restoring(options.directory, to);
    if (!note.with_keys && !has_keys(to.keys))
        throw std::runtime_error(
            fmt::format("the keys are not in the backup: put them at {} first", to.keys.string()));

    // First, because a server that still runs holds it.
    std::optional<redis::managed_server> started;
    redis::endpoint at;
    if (settings.redis.mode == redis::redis_mode::managed) {
        started.emplace(data / "redis", settings.redis.executable);
        at = started->at();
    } else {
        at = running_redis(settings, data / "redis", started);
    }
    backup::restore_queue(options.directory, at, settings.redis, settings.queue);
    backup::restore_record(options.directory, note, to);
    const auto record = storage::open_store(settings.storage, data);
    const auto keys = open_keys(settings, data);
    const privacy::email_sealer sealer(keys);
    const auto addresses = count_openable(*record, sealer);
    report(note, out);
    out << fmt::format("Restored. {} sealed addresses open.\n", addresses);
    return 0;
}

}  // namespace rejoinder::cli
