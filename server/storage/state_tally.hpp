#pragma once

#include "server/storage/desk_scope.hpp"
#include "server/storage/store.hpp"

#include <soci/soci.h>

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace rejoinder::storage {

/// How many comments of each site are in which state. All are counted once; from then on the events
/// since are, each of which says from which state to which its comment went. Every answer is thus a
/// sum over the record, whichever program changed it, and costs what happened since the last one.
/// Thread-safe.
class state_tally {
public:
    /// The counts in the transaction of the session, or later ones. Reports are not its business.
    state_counts of(soci::session& session, const desk_scope& scope);

private:
    using site_and_state = std::pair<std::string, std::string>;

    void count_all(soci::session& session);
    void count_events(soci::session& session, std::int64_t newest);

    std::mutex mutex_;
    std::int64_t through_ = -1;  ///< The last event that is in the counts; -1: nothing is counted.
    std::map<site_and_state, std::int64_t> counts_;
};

}  // namespace rejoinder::storage
