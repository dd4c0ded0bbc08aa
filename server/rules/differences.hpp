#pragma once

#include "server/config/rule_set_bundle.hpp"

#include <string>
#include <vector>

namespace rejoinder::rules {

/// A value that is another one: JSON, or empty where the key is not said.
struct changed_key {
    std::string path;  ///< "policy.weights.shouting", "filters.words.lists.2.file".
    std::string before;
    std::string after;

    bool operator==(const changed_key&) const = default;
};

/// A list that says something else. Comments and blank lines count, the order does not.
struct changed_list {
    std::string name;
    std::vector<std::string> removed;  ///< Lines, in their order.
    std::vector<std::string> added;

    bool operator==(const changed_list&) const = default;
};

struct differences {
    std::vector<changed_key> keys;
    std::vector<changed_list> lists;

    bool empty() const noexcept { return keys.empty() && lists.empty(); }
};

/// What leads from one rule set to another.
differences differences_between(
    const config::rule_set_bundle& from,
    const config::rule_set_bundle& to);

}  // namespace rejoinder::rules
