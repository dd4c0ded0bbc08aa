#pragma once

#include "server/model/time.hpp"

#include <string>

namespace rejoinder::model {

/// Rules tried on stored comments, on behalf of the desk. Any process can show how far it is.
struct backtest_record {
    std::string id;         ///< UUIDv7.
    std::string candidate;  ///< The version that is tried.
    std::string by;
    std::string state;   ///< "running", "done" or "failed".
    std::string report;  ///< JSON: progress while it runs, then what came out.
    timestamp created_at;
    timestamp changed_at;
};

}  // namespace rejoinder::model
