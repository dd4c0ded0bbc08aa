#pragma once

#include "server/redis/endpoint.hpp"

#include <sys/types.h>

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace rejoinder::redis {

/// A private redis-server, child of this process: on a Unix socket in the data directory,
/// append-only with `appendfsync always`, never evicting. Started, restarted when it dies, stopped
/// last.
///
/// Two of them never write the same directory, not even when this process is killed and started
/// anew while the old child still runs: the lock on `<directory>/lock` is inherited by the child
/// and so lives as long as either of the two.
class managed_server {
public:
    /// Creates the directory where it is missing, waits up to 15 seconds for the lock, and starts
    /// the child. Throws std::runtime_error with what an operator can mend.
    managed_server(std::filesystem::path directory, std::string executable);
    ~managed_server();
    managed_server(const managed_server&) = delete;
    managed_server& operator=(const managed_server&) = delete;

    endpoint at() const;

    /// Where the server that another process manages in this directory listens; nothing when none
    /// runs.
    static std::optional<endpoint> running_in(const std::filesystem::path& directory);

    /// The child's process id, 0 while there is none.
    pid_t pid() const noexcept { return pid_; }

    /// Ends the child by SIGTERM and waits for it. Afterwards the server stays down.
    void stop();

private:
    void take_lock();
    void write_down_socket() const;
    void supervise();
    pid_t spawn() const;
    bool pause(std::chrono::milliseconds longest);

    std::filesystem::path directory_;
    std::filesystem::path socket_;
    std::string executable_;
    int lock_ = -1;
    std::atomic<pid_t> pid_{0};
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;  ///< Lives as long as the child: its death is what the child watches.
};

}  // namespace rejoinder::redis
