#pragma once

#include "moderation/rule_set.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rejoinder::bench {

/// How many entries all lists of a rule set have together.
struct rule_counts {
    std::size_t terms = 10'000;  ///< Exceptions among them.
    std::size_t patterns = 300;
};

/// The shipped rule set (config/moderation.json below the working directory), its lists enlarged by
/// one of invented entries, or thinned out where it already has more. Throws std::runtime_error
/// when a file cannot be read.
moderation::rule_set_settings sample_rules(rule_counts counts, std::uint64_t seed);

/// The terms of a rule set, or its patterns, as they are written.
std::vector<std::string> entries_of(
    const moderation::rule_set_settings& rules,
    moderation::entry_kind kind);

}  // namespace rejoinder::bench
