#include "server/application.hpp"

#include "server/async/io_pool.hpp"
#include "server/async/task_group.hpp"
#include "server/background.hpp"
#include "server/foundation.hpp"
#include "server/http/http_server.hpp"
#include "server/http/router.hpp"
#include "server/http/static_files.hpp"
#include "server/publish/snapshot_cache.hpp"
#include "server/routes/health.hpp"
#include "server/routes/list_comments.hpp"
#include "server/routes/routes.hpp"
#include "server/routes/services.hpp"
#include "server/routes/static_pages.hpp"
#include "server/rules/backtest_runner.hpp"
#include "server/telemetry/log.hpp"
#include "server/web_core.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace rejoinder {

namespace {

constexpr std::chrono::milliseconds requests_grace{5'000};
constexpr std::chrono::milliseconds tasks_grace{5'000};

void report_failure(std::string_view what, std::exception_ptr failure)
{
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& error) {
        telemetry::log_error("task_failed", {{"task", what}, {"why", error.what()}});
    }
}

std::size_t core_count(std::size_t wanted)
{
    return wanted > 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

void log_listening(const char* event, const http::server_settings& settings, std::uint16_t port)
{
    telemetry::log_info(event, {{"address", settings.address + ":" + std::to_string(port)}});
}

}  // namespace

struct application::state {
    state(config::config all, std::filesystem::path data_directory, process_role part);

    void build_web();
    awaitable<routes::readiness_report> look();

    config::config settings;
    process_role role;
    foundation base;
    async::task_group tasks{report_failure};
    async::io_pool cores;
    async::io_pool behind{1};  ///< Where everything runs that serves no connection of a reader.

    publish::snapshot_cache snapshots;
    background work;
    rules::backtest_runner backtests;
    std::vector<std::unique_ptr<web_core>> web_cores;
    std::optional<routes::services> services;
    http::static_files files;
    http::router public_routes;
    http::router operations_routes;
    std::optional<http::http_server> public_server;
    http::http_server operations_server;
    bool stopped = false;
};

application::state::state(
    config::config all,
    std::filesystem::path data_directory,
    process_role part)
    : settings(std::move(all)),
      role(part),
      base(settings, std::move(data_directory)),
      cores(core_count(settings.cores)),
      snapshots(
          settings.publish,
          [this](model::story_key key) {
              return routes::render_first_page(std::move(key), base.store);
          }),
      work(base, settings, snapshots, behind.context(0).get_executor()),
      backtests(*base.record),
      operations_server(behind, operations_routes, base.metrics, settings.operations)
{
    base.on_retraction = [this](const model::story_key& story) {
        snapshots.invalidate(story, publish::change::removes);
    };
    if (role != process_role::worker)
        build_web();
    routes::add_operations_routes(operations_routes, base.metrics, [this] { return look(); });
}

void application::state::build_web()
{
    services.emplace(routes::services{
        base.sites,
        base.validator,
        base.tokens,
        base.hashes,
        base.sealer,
        base.secrets,
        base.store,
        snapshots,
        work.relay,
        base.threads,
        *base.record,
        work.rules,
        backtests,
        settings.master,
        facts_of(base.sites).mode_of,
        {}});
    for (std::size_t i = 0; i < cores.size(); ++i) {
        const auto executor = cores.context(i).get_executor();
        web_cores.push_back(
            std::make_unique<web_core>(executor, base, settings, work.hub.add_shard(executor)));
        services->cores.push_back(web_cores.back()->services());
    }
    routes::add_web_files(files);
    routes::add_public_routes(public_routes, *services, files);
    public_server.emplace(cores, public_routes, base.metrics, settings.http);
}

awaitable<routes::readiness_report> application::state::look()
{
    routes::readiness_report found;
    found.warnings = work.broken_promises();
    if (!work.redis_connected())
        found.obstacles.emplace_back("Redis is not connected");
    try {
        co_await base.store.ping();
    } catch (const std::exception&) {
        found.obstacles.emplace_back("the storage does not answer");
    }
    co_return found;
}

application::application(
    config::config settings,
    std::filesystem::path data_directory,
    process_role role)
    : state_(std::make_unique<state>(std::move(settings), std::move(data_directory), role))
{
}

application::~application()
{
    stop();
}

void application::start()
{
    auto& all = *state_;
    all.cores.start();
    all.behind.start();
    all.work.start(all.tasks, all.role != process_role::web);
    for (const auto& core : all.web_cores)
        core->start(all.tasks);
    all.operations_server.start();
    log_listening("ops_listening", all.settings.operations, all.operations_server.port());
    if (all.public_server) {
        all.public_server->start();
        log_listening("listening", all.settings.http, all.public_server->port());
    }
}

void application::stop()
{
    auto& all = *state_;
    if (std::exchange(all.stopped, true))
        return;
    telemetry::log_info("stopping");
    if (all.public_server)
        all.public_server->stop(requests_grace);
    all.backtests.stop();
    all.work.finish_batch();
    all.operations_server.stop(requests_grace);
    for (const auto& core : all.web_cores)
        core->stop();
    all.work.stop();
    all.tasks.cancel();
    all.tasks.wait_for(tasks_grace);
    all.cores.stop();
    all.behind.stop();
    all.base.stop();
    telemetry::log_info("stopped");
}

std::uint16_t application::port() const noexcept
{
    return state_->public_server ? state_->public_server->port() : std::uint16_t{0};
}

}  // namespace rejoinder
