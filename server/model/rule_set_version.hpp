#pragma once

#include "server/model/time.hpp"

#include <cstdint>
#include <string>

namespace rejoinder::model {

/// A version of all filter rules, kept so that every verdict can be explained and replayed.
struct rule_set_version {
    std::string version;  ///< Twelve hexadecimal digits: a hash over the content.
    std::string content;  ///< As config::rule_set_bundle has it; left out of lists.
    std::string filters;  ///< Names of the filters it ran, in order, separated by blanks.
    std::string author;   ///< A moderator's name, or "file".
    std::string note;
    timestamp created_at;
};

/// From when on a version was in force, until the next activation.
struct rule_set_activation {
    std::int64_t seq = 0;  ///< Given by storage; strictly increasing.
    std::string version;
    std::string by;
    std::string note;
    timestamp at;
};

}  // namespace rejoinder::model
