#include "server/foundation.hpp"

#include "server/storage/open_store.hpp"

#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace rejoinder {

namespace {

using moderation::moderation_mode;

constexpr std::size_t extra_threads = 2;  // Beside one for each reading connection.

std::filesystem::path made(std::filesystem::path directory)
{
    std::filesystem::create_directories(directory);
    return std::filesystem::absolute(directory);
}

intake::site_directory directory_of(const std::vector<intake::site>& sites)
{
    intake::site_directory all;
    for (const auto& site : sites)
        all.add(site);
    return all;
}

std::optional<moderation_mode> mode_of(
    const intake::site_directory& sites,
    const model::site_id& id)
{
    const auto* site = sites.find(id);
    if (!site)
        return moderation_mode::before;
    if (!site->moderation)
        return std::nullopt;
    return *site->moderation == intake::site_moderation::before ? moderation_mode::before
                                                                : moderation_mode::after;
}

intake::time_zone utc_clock()
{
    return intake::time_zone::named("UTC").value();
}

}  // namespace

worker::site_facts facts_of(const intake::site_directory& sites)
{
    worker::site_facts facts;
    facts.mode_of = [&sites](const model::site_id& id) {
        return mode_of(sites, id);
    };
    facts.minute_of_day = [&sites, utc = utc_clock()](const model::site_id& id, auto time) {
        const auto* site = sites.find(id);
        return (site && site->clock ? *site->clock : utc).minute_of_day(time);
    };
    return facts;
}

privacy::key_ring open_keys(
    const config::config& settings,
    const std::filesystem::path& data_directory)
{
    if (const char* lines = std::getenv("REJOINDER_KEYS"))
        return privacy::key_ring::parse(lines);
    return privacy::key_ring::open(data_directory / settings.key_file);
}

foundation::foundation(const config::config& settings, std::filesystem::path data_directory)
    : directory(made(std::move(data_directory))),
      keys(open_keys(settings, directory)),
      sealer(keys),
      secrets(keys),
      hashes(keys),
      tokens(keys),
      sites(directory_of(settings.sites)),
      validator(settings.intake, sealer, hashes, tokens),
      threads(static_cast<std::size_t>(settings.storage.connections) + extra_threads),
      record(storage::open_store(
          settings.storage,
          directory,
          [this](const model::story_key& story) {
              if (on_retraction)
                  on_retraction(story);
          })),
      store(*record, threads)
{
    if (settings.redis.mode == redis::redis_mode::managed) {
        managed_redis.emplace(directory / "redis", settings.redis.executable);
        redis_at = managed_redis->at();
        return;
    }
    const auto at = redis::parse_endpoint(settings.redis.url);
    if (!at)
        throw std::runtime_error(
            "redis.url: expected redis://[user:password@]host[:port][/db] or unix://path");
    redis_at = *at;
}

void foundation::stop()
{
    threads.join();
    if (managed_redis)
        managed_redis->stop();
}

}  // namespace rejoinder
