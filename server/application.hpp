#pragma once

#include "server/config/config.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace rejoinder {

/// Which parts of the pipe a process holds.
enum class process_role {
    all,    ///< The whole server.
    web,    ///< Takes and shows comments.
    worker  ///< Judges and stores them.
};

/// Builds, owns, starts and stops every component, in pipe order. The only place that knows all of
/// them.
class application {
public:
    /// Opens keys, storage and, in managed mode, Redis. Throws with what an operator can mend.
    application(config::config settings, std::filesystem::path data_directory, process_role role);
    ~application();
    application(const application&) = delete;
    application& operator=(const application&) = delete;

    /// Listens and begins to work.
    void start();

    /// Stops accepting, finishes requests and the batch in hand, closes the feeds with a hint, and
    /// ends Redis last. Bounded in time.
    void stop();

    std::uint16_t port() const noexcept;

private:
    struct state;
    std::unique_ptr<state> state_;
};

}  // namespace rejoinder
