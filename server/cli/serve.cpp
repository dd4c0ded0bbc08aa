#include "server/application.hpp"
#include "server/cli/commands.hpp"
#include "server/cli/listen_address.hpp"
#include "server/config/config.hpp"
#include "server/telemetry/log.hpp"

#include <csignal>
#include <utility>

namespace rejoinder::cli {

namespace {

void listen_at(http::server_settings& server, const std::string& text)
{
    if (const auto at = parse_listen_address(text)) {
        server.address = at->address;
        server.port = at->port;
    }
}

process_role role_of(const std::string& word)
{
    if (word == "web")
        return process_role::web;
    return word == "worker" ? process_role::worker : process_role::all;
}

}  // namespace

int serve(const serve_options& options)
{
    telemetry::set_log_level(
        telemetry::log_level_from(options.log_level).value_or(telemetry::log_level::info));
    auto settings = config::load_config(options.at.config);
    listen_at(settings.http, options.listen);
    listen_at(settings.operations, options.ops_listen);

    // Blocked before any thread begins, so that all inherit it and only we are told.
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    application server(std::move(settings), options.at.data_directory, role_of(options.role));
    server.start();
    int received = 0;
    sigwait(&ends, &received);
    server.stop();
    return 0;
}

}  // namespace rejoinder::cli
