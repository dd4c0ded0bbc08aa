#pragma once

#include "server/config/config.hpp"
#include "server/intake/site.hpp"
#include "server/intake/validator.hpp"
#include "server/privacy/email_sealer.hpp"
#include "server/privacy/key_ring.hpp"
#include "server/privacy/pseudonyms.hpp"
#include "server/privacy/secret_sealer.hpp"
#include "server/privacy/tokens.hpp"
#include "server/redis/endpoint.hpp"
#include "server/redis/managed_server.hpp"
#include "server/storage/async_store.hpp"
#include "server/storage/retractions.hpp"
#include "server/storage/store.hpp"
#include "server/telemetry/metrics.hpp"

#include <boost/asio/thread_pool.hpp>

#include <filesystem>
#include <memory>
#include <optional>

namespace rejoinder {

/// What every part of the server stands on and what the commands use without a server: data
/// directory, keys, record, and where Redis is.
struct foundation {
    /// Creates the data directory where it is missing. Throws with what an operator can mend.
    foundation(const config::config& settings, std::filesystem::path data_directory);

    /// Ends the threads, then the managed Redis.
    void stop();

    std::filesystem::path directory;
    telemetry::metrics metrics;
    privacy::key_ring keys;
    privacy::email_sealer sealer;
    privacy::secret_sealer secrets;
    privacy::pseudonyms hashes;
    privacy::tokens tokens;
    intake::site_directory sites;
    intake::validator validator;
    net::thread_pool threads;  ///< For what blocks: SQL, Argon2id.
    /// See storage::retraction_listener. To be set before anything changes the record.
    storage::retraction_listener on_retraction;
    std::unique_ptr<storage::store> record;
    storage::async_store store;
    std::optional<redis::managed_server> managed_redis;
    redis::endpoint redis_at;
};

/// What each site itself says of publishing before or after a human has looked, and of its clock.
/// Of a site that is gone nothing is known, and a human decides. The directory outlives what is
/// returned.
worker::site_facts facts_of(const intake::site_directory& sites);

/// Keys from the environment, or from the file that the first start creates.
privacy::key_ring open_keys(
    const config::config& settings,
    const std::filesystem::path& data_directory);

}  // namespace rejoinder
