#pragma once

#include "server/auth/auth_settings.hpp"
#include "server/config/load_rule_set.hpp"
#include "server/http/http_server.hpp"
#include "server/intake/site.hpp"
#include "server/intake/validator.hpp"
#include "server/publish/publish_settings.hpp"
#include "server/queue/queue_settings.hpp"
#include "server/redis/redis_settings.hpp"
#include "server/storage/storage_settings.hpp"
#include "server/worker/worker_settings.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace rejoinder::config {

/// Where the rules are changed: in their file, whose changes are applied at once, or at the desk
/// and by command, where the file is only what the first start begins with.
enum class rules_master { file, desk };

/// Everything an operator can set, with the defaults of what was not said.
struct config {
    http::server_settings http;
    std::size_t cores = 0;  ///< Threads that serve connections; 0: one a core of the machine.
    http::server_settings operations;
    redis::redis_settings redis;
    queue::queue_settings queue;
    storage::storage_settings storage;
    publish::publish_settings publish;
    intake::intake_settings intake;
    auth::auth_settings auth;
    worker::worker_settings worker;
    std::string key_file = "keys";  ///< A relative path is taken from the data directory.
    std::vector<intake::site> sites;
    loaded_rule_set rules;  ///< As the file has them.
    rules_master master = rules_master::file;
};

/// Reads rejoinder.json, or one that extends it, and the rule set with its lists. Throws
/// config_error with every problem there is.
config load_config(const std::filesystem::path& file);

}  // namespace rejoinder::config
