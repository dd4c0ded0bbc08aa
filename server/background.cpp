#include "server/background.hpp"

#include "server/async/task_group.hpp"
#include "server/publish/claim_board.hpp"
#include "server/queue/queue_depth.hpp"
#include "server/redis/promises.hpp"
#include "server/telemetry/log.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <algorithm>
#include <fstream>
#include <optional>
#include <thread>
#include <utility>

namespace rejoinder {

namespace {

constexpr std::chrono::milliseconds batch_grace{5'000};
constexpr std::chrono::seconds measure_every{5};
constexpr std::chrono::seconds promises_every{60};
constexpr std::chrono::seconds first_connection{5};

/// This worker's name among the consumers, kept in the data directory: after a crash it finds what
/// it had in hand.
std::string consumer_name(const std::filesystem::path& directory)
{
    const auto file = directory / "node";
    std::string name;
    if (std::ifstream(file) >> name)
        return name;
    name = model::new_uuid();
    std::ofstream(file) << name << '\n';
    return name;
}

worker::worker_settings worker_settings_of(const config::config& settings, const foundation& base)
{
    auto worker = settings.worker;
    worker.sites = facts_of(base.sites);
    return worker;
}

}  // namespace

background::background(
    foundation& base,
    const config::config& settings,
    publish::snapshot_cache& snapshots,
    net::any_io_executor executor)
    : base_(base),
      settings_(settings),
      executor_(std::move(executor)),
      rules(*base.record, base.threads, settings.rules, settings.master, base.metrics),
      commands_(executor_, base.redis_at, settings.redis, "commands"),
      taking_(executor_, base.redis_at, settings.redis, "submissions"),
      following_(executor_, base.redis_at, settings.redis, "events"),
      noticing_(executor_, base.redis_at, settings.redis, "notices"),
      appended_(commands_, settings.redis.key_prefix + "events", settings.publish),
      followed_(following_, settings.redis.key_prefix + "events", settings.publish),
      source_(
          taking_,
          commands_,
          settings.redis.key_prefix,
          consumer_name(base.directory),
          settings.queue),
      relay(executor_, base.store, appended_),
      hub(followed_, snapshots, settings.publish),
      notices_(noticing_, publish::notices_key(settings.redis.key_prefix), hub),
      worker_(
          executor_,
          source_,
          *base.record,
          base.threads,
          [this] {
              const auto active = rules.current();
              return worker::judgement_of(active.engine, active.needs);
          },
          [this] { relay.notify(); },
          worker_settings_of(settings, base),
          settings.queue.attempts_max,
          base.metrics)
{
}

void background::start(async::task_group& tasks, bool with_worker)
{
    rules.begin();
    tasks.spawn(executor_, rules.run(), "rules");
    tasks.spawn(executor_, commands_.run(), "redis commands");
    tasks.spawn(executor_, following_.run(), "redis events");
    tasks.spawn(executor_, relay.run(), "outbox relay");
    tasks.spawn(executor_, hub.run(), "feed hub");
    tasks.spawn(executor_, noticing_.run(), "redis notices");
    tasks.spawn(executor_, notices_.run(), "notice feed");
    tasks.spawn(executor_, watch_promises(), "redis promises");
    tasks.spawn(executor_, measure_queue(), "queue depth");
    if (!with_worker)
        return;
    working_ = true;
    tasks.spawn(executor_, taking_.run(), "redis submissions");
    tasks.spawn(executor_, work(), "worker");
}

awaitable<void> background::work()
{
    struct ended {
        std::atomic<bool>& working;
        ~ended() { working = false; }
    };
    const ended when_done{working_};
    // At a start Redis is up a moment later; only a longer absence is worth the worker's warnings.
    for (auto* connection : {&taking_, &commands_}) {
        try {
            co_await connection->ready(first_connection);
        } catch (const boost::system::system_error& failure) {
            if (failure.code() == net::error::operation_aborted)
                throw;
        }
    }
    co_await worker_.run();
}

void background::finish_batch()
{
    net::post(executor_, [this] { worker_.stop(); });
    const auto until = std::chrono::steady_clock::now() + batch_grace;
    while (working_ && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

void background::stop()
{
    net::post(executor_, [this] {
        commands_.stop();
        taking_.stop();
        following_.stop();
        noticing_.stop();
    });
}

awaitable<void> background::watch_promises()
{
    auto count = base_.metrics.make_gauge(
        "rejoinder_redis_promises_broken",
        "Settings of Redis under which acknowledged is not kept");
    net::steady_timer pause(executor_);
    for (;;) {
        try {
            co_await commands_.ready(promises_every);
            auto broken = co_await redis::broken_promises(commands_);
            if (broken != broken_promises_)
                for (const auto& promise : broken)
                    telemetry::log_warning("redis_breaks_promise", {{"promise", promise}});
            count.set(static_cast<double>(broken.size()));
            broken_promises_ = std::move(broken);
        } catch (const boost::system::system_error& failure) {
            if (failure.code() == net::error::operation_aborted)
                throw;
        }
        pause.expires_after(promises_every);
        co_await pause.async_wait(net::use_awaitable);
    }
}

awaitable<void> background::measure_queue()
{
    auto waiting = base_.metrics.make_gauge(
        "rejoinder_queue_waiting",
        "Submissions that are queued or being judged");
    auto dead = base_.metrics.make_gauge("rejoinder_queue_dead", "Submissions that were parked");
    net::steady_timer pause(executor_);
    for (;;) {
        try {
            const auto depth = co_await queue::read_queue_depth(
                commands_,
                settings_.redis.key_prefix,
                settings_.queue);
            waiting.set(static_cast<double>(depth.waiting));
            dead.set(static_cast<double>(depth.dead));
        } catch (const boost::system::system_error& failure) {
            if (failure.code() == net::error::operation_aborted)
                throw;
        }
        pause.expires_after(measure_every);
        co_await pause.async_wait(net::use_awaitable);
    }
}

}  // namespace rejoinder
