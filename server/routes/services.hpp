#pragma once

#include "server/async/net.hpp"
#include "server/config/config.hpp"
#include "server/worker/worker_settings.hpp"

#include <boost/asio/thread_pool.hpp>

#include <vector>

namespace rejoinder::auth {
class sign_in_delays;
class sign_in_sessions;
}  // namespace rejoinder::auth
namespace rejoinder::intake {
class site_directory;
class validator;
}  // namespace rejoinder::intake
namespace rejoinder::privacy {
class email_sealer;
class pseudonyms;
class secret_sealer;
class tokens;
}  // namespace rejoinder::privacy
namespace rejoinder::publish {
class claim_board;
class feed_shard;
class outbox_relay;
class snapshot_cache;
}  // namespace rejoinder::publish
namespace rejoinder::queue {
class reader_limits;
class submission_appender;
}  // namespace rejoinder::queue
namespace rejoinder::rules {
class backtest_runner;
class rules_keeper;
}  // namespace rejoinder::rules
namespace rejoinder::storage {
class async_store;
class store;
}  // namespace rejoinder::storage

namespace rejoinder::routes {

/// What belongs to one core and is used by its connections only.
struct core_services {
    queue::submission_appender* appender = nullptr;
    queue::reader_limits* limits = nullptr;
    auth::sign_in_sessions* sessions = nullptr;
    publish::claim_board* claims = nullptr;
    auth::sign_in_delays* delays = nullptr;
    publish::feed_shard* feeds = nullptr;
};

/// Everything the endpoints stand on. All of it belongs to the application, which outlives every
/// request; thread-safe but for the cores' own.
struct services {
    const intake::site_directory& sites;
    const intake::validator& validator;
    const privacy::tokens& tokens;
    const privacy::pseudonyms& hashes;
    const privacy::email_sealer& sealer;  ///< To open an address for a moderator who may see it.
    const privacy::secret_sealer& secrets;
    storage::async_store& store;
    publish::snapshot_cache& snapshots;
    publish::outbox_relay& relay;
    net::thread_pool& threads;  ///< For work that takes long, such as Argon2id.
    storage::store& record;     ///< Blocking: on those threads only.
    rules::rules_keeper& rules;
    rules::backtest_runner& backtests;
    config::rules_master rules_master;
    worker::site_modes site_modes;
    std::vector<core_services> cores;  ///< By request::core.
};

}  // namespace rejoinder::routes
