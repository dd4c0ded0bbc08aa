#include "server/redis/managed_server.hpp"
#include "server/redis/promises.hpp"
#include "server/telemetry/log.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/redis_server.hpp"

#include <sys/stat.h>

#include <csignal>
#include <future>

using namespace rejoinder;
using namespace std::chrono_literals;
using redis::command;
using redis::managed_server;
using tests::redis_server;
using tests::run;
using tests::temporary_directory;

namespace {

/// A connection to one server, gone before the server is.
class client {
public:
    explicit client(const redis::endpoint& at)
        : connection_(context_.get_executor(), at, {}, "test")
    {
        net::co_spawn(context_, connection_.run(), [this](std::exception_ptr) { ended_ = true; });
        run(context_, connection_.ready(20s));
    }
    ~client()
    {
        connection_.stop();
        context_.restart();
        while (!ended_)
            context_.run_one_for(100ms);
    }

    std::string text(command what)
    {
        const auto answer = run(context_, connection_.execute(std::move(what), 5s));
        return answer.is_nil() ? "nil" : answer.text();
    }

private:
    net::io_context context_;
    redis::connection connection_;
    bool ended_ = false;
};

command keep(const std::string& value)
{
    command set("SET");
    set.add("key").add(value);
    return set;
}

command kept()
{
    command get("GET");
    get.add("key");
    return get;
}

bool is_gone(pid_t process)
{
    return ::kill(process, 0) != 0 && errno == ESRCH;
}

}  // namespace

TEST_CASE("managed server: keeps its promises, and a broken one is named", "[redis][integration]")
{
    net::io_context context;
    redis_server server(context);
    auto& to = server.connect();
    CHECK(run(context, redis::broken_promises(to)).empty());

    command weaken("CONFIG");
    weaken.add("SET").add("appendfsync").add("everysec");
    run(context, to.execute(std::move(weaken), 5s));
    CHECK(
        run(context, redis::broken_promises(to)) ==
        std::vector<std::string>{"appendfsync is everysec, should be always"});
}

TEST_CASE(
    "managed server: listens on a socket in its directory, for nobody else",
    "[redis][integration]")
{
    const temporary_directory directory;
    const auto home = directory.path() / "deep" / "redis";
    managed_server server(home, "redis-server");
    client to(server.at());

    CHECK(server.at().unix_path == (home / "redis.sock").string());
    CHECK(server.at().host.empty());
    struct stat status {};
    REQUIRE(::stat(home.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0700);
    CHECK(to.text(command("PING")) == "PONG");
}

TEST_CASE(
    "managed server: a directory too deep for a socket gets one elsewhere",
    "[redis][integration]")
{
    const temporary_directory directory;
    std::filesystem::path socket;
    {
        managed_server server(directory.path() / std::string(120, 'd'), "redis-server");
        client to(server.at());
        socket = server.at().unix_path;

        CHECK(socket.string().size() < 108);
        CHECK(to.text(command("PING")) == "PONG");
    }
    CHECK_FALSE(std::filesystem::exists(socket.parent_path()));
}

TEST_CASE("managed server: stopped, it is gone and stays down", "[redis][integration]")
{
    const temporary_directory directory;
    managed_server server(directory.path(), "redis-server");
    {
        client to(server.at());
        to.text(keep("value"));
    }
    const auto child = server.pid();
    REQUIRE(child > 0);

    server.stop();
    server.stop();

    CHECK(is_gone(child));
    CHECK(server.pid() == 0);
}

TEST_CASE("managed server: what one kept the next one finds", "[redis][integration]")
{
    const temporary_directory directory;
    {
        managed_server first(directory.path(), "redis-server");
        client(first.at()).text(keep("value"));
    }
    managed_server second(directory.path(), "redis-server");

    CHECK(client(second.at()).text(kept()) == "value");
}

TEST_CASE("managed server: a second one waits until the first is gone", "[redis][integration]")
{
    const temporary_directory directory;
    auto first = std::make_unique<managed_server>(directory.path(), "redis-server");
    client(first->at()).text(keep("value"));
    const auto child = first->pid();

    bool first_gone = false;
    auto second = std::async(std::launch::async, [&] {
        auto made = std::make_unique<managed_server>(directory.path(), "redis-server");
        first_gone = is_gone(child);
        return made;
    });
    first.reset();

    const auto server = second.get();
    CHECK(first_gone);
    CHECK(client(server->at()).text(kept()) == "value");
}

TEST_CASE("managed server: others find it by its directory while it runs", "[redis][integration]")
{
    const temporary_directory directory;
    CHECK_FALSE(managed_server::running_in(directory.path()));
    {
        managed_server server(directory.path(), "redis-server");
        client to(server.at());

        const auto found = managed_server::running_in(directory.path());
        REQUIRE(found);
        CHECK(client(*found).text(command("PING")) == "PONG");
    }
    CHECK_FALSE(managed_server::running_in(directory.path()));
}

TEST_CASE(
    "managed server: an executable that is not there is said in the log",
    "[redis][integration]")
{
    std::promise<std::string> first_line;
    std::atomic<bool> told{false};
    telemetry::capture_log([&](const std::string& line) {
        if (!told.exchange(true))
            first_line.set_value(line);
    });
    {
        const temporary_directory directory;
        managed_server server(directory.path(), "no-such-redis-server");
        auto line = first_line.get_future();
        REQUIRE(line.wait_for(20s) == std::future_status::ready);
        const auto text = line.get();
        CHECK(text.find("redis_died") != std::string::npos);
        CHECK(text.find("is redis-server installed?") != std::string::npos);
    }
    telemetry::capture_log({});
}
