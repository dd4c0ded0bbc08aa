#include "server/application.hpp"
#include "server/cli/commands.hpp"
#include "server/config/config.hpp"
#include "server/telemetry/log.hpp"

#include <charconv>
#include <csignal>
#include <stdexcept>
#include <utility>

namespace rejoinder::cli {

namespace {

/// "127.0.0.1:8080" or "[::1]:8080".
void listen_at(http::server_settings& server, const std::string& text)
{
    if (text.empty())
        return;
    const auto colon = text.rfind(':');
    unsigned port = 0;
    const char* const end = text.data() + text.size();
    const auto read = colon == std::string::npos
                          ? std::from_chars_result{end, std::errc::invalid_argument}
                          : std::from_chars(text.data() + colon + 1, end, port);
    if (read.ec != std::errc() || read.ptr != end || port > 65'535)
        throw std::invalid_argument("expected HOST:PORT, such as 127.0.0.1:8080");
    auto host = text.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    server.address = host;
    server.port = static_cast<std::uint16_t>(port);
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
