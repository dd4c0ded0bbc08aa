#include "server/web_core.hpp"

#include "server/async/task_group.hpp"

#include <boost/asio/post.hpp>

#include <utility>

namespace rejoinder {

web_core::web_core(
    net::any_io_executor executor,
    foundation& base,
    const config::config& settings,
    publish::feed_shard& feeds)
    : executor_(std::move(executor)),
      connection_(executor_, base.redis_at, settings.redis, "web"),
      appender_(connection_, settings.redis.key_prefix, settings.queue, base.metrics),
      limits_(connection_, settings.redis.key_prefix, settings.queue.deadline),
      sessions_(connection_, settings.redis.key_prefix, settings.auth),
      claims_(connection_, settings.redis.key_prefix),
      delays_(connection_, settings.redis.key_prefix, settings.auth),
      feeds_(feeds)
{
}

routes::core_services web_core::services()
{
    routes::core_services mine;
    mine.appender = &appender_;
    mine.limits = &limits_;
    mine.sessions = &sessions_;
    mine.claims = &claims_;
    mine.delays = &delays_;
    mine.feeds = &feeds_;
    return mine;
}

void web_core::start(async::task_group& tasks)
{
    tasks.spawn(executor_, connection_.run(), "redis web");
}

void web_core::stop()
{
    net::post(executor_, [this] { connection_.stop(); });
}

}  // namespace rejoinder
