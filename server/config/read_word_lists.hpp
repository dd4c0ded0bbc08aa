#pragma once

#include "moderation/filters/wordlist_filter.hpp"
#include "server/config/problem.hpp"

#include <vector>

namespace rejoinder::config {

class fingerprint;
class json_reader;

/// Reads the "filters.words" section: each list with its file, which is relative to the rule set's.
/// A table ("csv") becomes several lists, one for all rows that say the same. All that is read of a
/// file is added to `all`; a fault in it is a problem with file and line.
void read_word_lists(
    json_reader& from,
    std::vector<moderation::word_list>& lists,
    std::vector<problem>& problems,
    fingerprint& all);

}  // namespace rejoinder::config
