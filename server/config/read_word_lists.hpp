#pragma once

#include "moderation/filters/wordlist_filter.hpp"
#include "server/config/problem.hpp"

#include <vector>

namespace rejoinder::config {

class json_reader;
class rule_files;

/// Reads the "filters.words" section: each list with its file. A table ("csv") becomes several
/// lists, one for all rows that say the same. A fault in a file is a problem with its line.
void read_word_lists(
    json_reader& from,
    std::vector<moderation::word_list>& lists,
    rule_files& files,
    std::vector<problem>& problems);

}  // namespace rejoinder::config
