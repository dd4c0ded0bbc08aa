#pragma once

#include <chrono>
#include <string>

namespace rejoinder::redis {

enum class redis_mode {
    managed,  ///< The server runs a private redis-server in its data directory.
    url       ///< The operator's own.
};

/// The "redis" section of config/rejoinder.json.
struct redis_settings {
    redis_mode mode = redis_mode::managed;
    std::string url;                 ///< redis://[user:password@]host:port[/db] or unix://path
    std::string key_prefix = "rj:";  ///< In front of every key.
    std::string executable = "redis-server";  ///< For managed mode; found along PATH.
    std::chrono::milliseconds connect_deadline{2'000};
    std::chrono::milliseconds deadline{2'000};  ///< For commands that name none of their own.
    std::chrono::milliseconds back_off_least{50};
    std::chrono::milliseconds back_off_most{2'000};
};

}  // namespace rejoinder::redis
