#pragma once

#include "server/redis/connection.hpp"
#include "server/redis/managed_server.hpp"
#include "tests/support/run.hpp"
#include "tests/support/temporary_directory.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <memory>
#include <string>
#include <vector>

namespace rejoinder::tests {

/// A real redis-server in a directory of its own, with connections that are up when handed out.
/// Declare it after the io_context: it stops its connections and lets their coroutines end.
class redis_server {
public:
    explicit redis_server(net::io_context& context)
        : context_(context)
    {
    }
    ~redis_server()
    {
        for (const auto& each : connections_)
            each->stop();
        context_.restart();
        while (running_ > 0)
            context_.run_one_for(std::chrono::milliseconds(100));
    }

    redis::connection& connect(const std::string& name = "test")
    {
        redis::redis_settings settings;
        settings.back_off_most = std::chrono::milliseconds(200);
        connections_.push_back(std::make_unique<redis::connection>(
            context_.get_executor(),
            server_.at(),
            settings,
            name));
        auto& made = *connections_.back();
        ++running_;
        net::co_spawn(context_, made.run(), [this](std::exception_ptr) { --running_; });
        run(context_, made.ready(std::chrono::seconds(20)));
        return made;
    }

    redis::managed_server& server() noexcept { return server_; }
    const std::filesystem::path& directory() const noexcept { return directory_.path(); }

private:
    net::io_context& context_;
    temporary_directory directory_;
    redis::managed_server server_{directory_.path() / "redis", "redis-server"};
    std::vector<std::unique_ptr<redis::connection>> connections_;
    int running_ = 0;
};

}  // namespace rejoinder::tests
