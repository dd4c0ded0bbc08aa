#pragma once

#include "server/model/ban.hpp"
#include "server/model/ids.hpp"
#include "server/model/time.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace rejoinder::model {

struct counts_by_state {
    std::int64_t published = 0;
    std::int64_t pending = 0;
    std::int64_t rejected = 0;
    std::int64_t spam = 0;
};

/// What a moderator noted about an author; readers never see it.
struct author_note {
    std::string id;  ///< UUIDv7.
    pseudonym author;
    std::string text;  ///< 1 to 2,000 code points.
    std::string by;    ///< The moderator's name.
    timestamp at;
};

/// All that the desk knows of an author.
struct author_record {
    struct used_name {
        std::string name;
        std::int64_t comments = 0;
    };

    timestamp first_seen_at;
    std::vector<used_name> names;  ///< The most used first, at most 20.
    counts_by_state all;
    counts_by_state lately;          ///< Since the time asked for.
    std::vector<ban> bans;           ///< Newest first, lifted ones too.
    std::vector<author_note> notes;  ///< Newest first.
};

}  // namespace rejoinder::model
