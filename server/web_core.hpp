#pragma once

#include "server/auth/sign_in_delays.hpp"
#include "server/auth/sign_in_sessions.hpp"
#include "server/config/config.hpp"
#include "server/foundation.hpp"
#include "server/publish/claim_board.hpp"
#include "server/queue/reader_limits.hpp"
#include "server/queue/redis_submission_appender.hpp"
#include "server/redis/connection.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::async {
class task_group;
}

namespace rejoinder {

/// What one core that serves readers has for itself: a pipelined Redis connection and what works
/// over it, and its feeds.
class web_core {
public:
    /// The foundation, the settings and the feeds outlive it.
    web_core(
        net::any_io_executor executor,
        foundation& base,
        const config::config& settings,
        publish::feed_shard& feeds);

    routes::core_services services();
    void start(async::task_group& tasks);
    void stop();

private:
    net::any_io_executor executor_;
    redis::connection connection_;
    queue::redis_submission_appender appender_;
    queue::reader_limits limits_;
    auth::sign_in_sessions sessions_;
    publish::claim_board claims_;
    auth::sign_in_delays delays_;
    publish::feed_shard& feeds_;
};

}  // namespace rejoinder
