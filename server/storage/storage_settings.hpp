#pragma once

#include <string>

namespace rejoinder::storage {

/// The "storage" section of config/rejoinder.json.
struct storage_settings {
    std::string url = "sqlite:rejoinder.db";  ///< A relative path is taken from the data directory.
    int connections = 4;                      ///< Readers side by side; there is always one writer.
    int busy_timeout_ms = 5000;
};

}  // namespace rejoinder::storage
