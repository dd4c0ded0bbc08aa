#include "server/redis/managed_server.hpp"

#include "server/telemetry/log.hpp"

#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/un.h>
#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <stdexcept>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace rejoinder::redis {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using clock = std::chrono::steady_clock;

constexpr seconds lock_wait_max{15};
constexpr milliseconds restart_least{50};
constexpr milliseconds restart_most{5'000};
constexpr seconds stable_after{10};
constexpr int cannot_start = 127;

/// A Unix socket's path is limited to 107 bytes; a long data directory gets one elsewhere.
std::filesystem::path socket_path(const std::filesystem::path& directory)
{
    auto inside = directory / "redis.sock";
    if (inside.string().size() < sizeof(sockaddr_un::sun_path))
        return inside;
    std::string pattern = "/tmp/rejoinder-redis-XXXXXX";
    if (!::mkdtemp(pattern.data()))
        throw std::runtime_error("cannot make a directory below /tmp for the Redis socket");
    return std::filesystem::path(pattern) / "redis.sock";
}

}  // namespace

managed_server::managed_server(std::filesystem::path directory, std::string executable)
    : directory_(std::filesystem::absolute(std::move(directory))),
      executable_(std::move(executable))
{
    std::filesystem::create_directories(directory_);
    std::filesystem::permissions(directory_, std::filesystem::perms::owner_all);
    take_lock();
    socket_ = socket_path(directory_);
    write_down_socket();
    thread_ = std::thread([this] { supervise(); });
}

managed_server::~managed_server()
{
    stop();
    std::error_code ignored;
    if (socket_.parent_path() != directory_)
        std::filesystem::remove_all(socket_.parent_path(), ignored);
    ::close(lock_);
}

endpoint managed_server::at() const
{
    endpoint where;
    where.unix_path = socket_.string();
    return where;
}

std::optional<endpoint> managed_server::running_in(const std::filesystem::path& directory)
{
    const auto path = directory / "lock";
    const int lock = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (lock < 0)
        return std::nullopt;
    const bool taken = ::flock(lock, LOCK_EX | LOCK_NB) != 0;
    ::close(lock);
    endpoint where;
    if (!taken || !std::getline(std::ifstream(path), where.unix_path))
        return std::nullopt;
    return where;
}

void managed_server::stop()
{
    {
        const std::lock_guard lock(mutex_);
        if (std::exchange(stopping_, true))
            return;
        if (const pid_t child = pid_; child > 0)
            ::kill(child, SIGTERM);
    }
    wake_.notify_all();
    thread_.join();
}

void managed_server::take_lock()
{
    const auto path = directory_ / "lock";
    lock_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock_ < 0)
        throw std::runtime_error("cannot open " + path.string() + ": " + std::strerror(errno));

    const auto until = clock::now() + lock_wait_max;
    bool told = false;
    while (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
        if (clock::now() >= until) {
            ::close(lock_);
            throw std::runtime_error(
                "another process uses the data directory " + directory_.parent_path().string() +
                ": stop it, or let several share a Redis of yours (redis.mode \"url\")");
        }
        if (!std::exchange(told, true))
            telemetry::log_info("waiting_for_previous_redis");
        std::this_thread::sleep_for(milliseconds(20));
    }
}

/// For running_in(): the lock says that a server runs, its content where.
void managed_server::write_down_socket() const
{
    std::ofstream(directory_ / "lock") << socket_.string() << '\n';
}

void managed_server::supervise()
{
    auto restart_pause = restart_least;
    for (;;) {
        const auto started = clock::now();
        {
            const std::lock_guard lock(mutex_);
            if (stopping_)
                return;
            pid_ = spawn();
        }
        int status = 0;
        if (const pid_t child = pid_; child > 0)
            while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
            }
        pid_ = 0;

        if (clock::now() - started > stable_after)
            restart_pause = restart_least;
        if (pause(milliseconds(0)))
            return;
        const bool not_found = WIFEXITED(status) && WEXITSTATUS(status) == cannot_start;
        telemetry::log_error(
            "redis_died",
            {{"why", not_found ? "it cannot be started: is redis-server installed?" : "it ended"},
             {"restart_in_ms", restart_pause.count()}});
        if (pause(restart_pause))
            return;
        restart_pause = std::min(restart_pause * 2, restart_most);
    }
}

bool managed_server::pause(milliseconds longest)
{
    std::unique_lock lock(mutex_);
    return wake_.wait_for(lock, longest, [this] { return stopping_; });
}

pid_t managed_server::spawn() const
{
    const std::string folder = directory_.string();
    const std::string log = (directory_ / "redis.log").string();
    std::vector<std::string> words = {
        executable_,
        "--port",
        "0",
        "--unixsocket",
        socket_.string(),
        "--unixsocketperm",
        "700",
        "--dir",
        folder,
        "--appendonly",
        "yes",
        "--appendfsync",
        "always",
        "--save",
        "",
        "--maxmemory-policy",
        "noeviction",
        "--logfile",
        log,
        "--daemonize",
        "no"};
    std::vector<char*> arguments;
    for (auto& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);

    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child != 0)
        return child;

    // In the child: only async-signal-safe calls. It dies with us, keeps the lock, and is in a
    // process group of its own so that Ctrl-C reaches us first and we stop it last.
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent)
        ::_exit(0);
    ::fcntl(lock_, F_SETFD, 0);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    const int quiet = ::open("/dev/null", O_RDWR);
    ::dup2(quiet, STDIN_FILENO);
    ::dup2(quiet, STDOUT_FILENO);
    ::execvp(arguments[0], arguments.data());
    ::_exit(cannot_start);
}

}  // namespace rejoinder::redis
