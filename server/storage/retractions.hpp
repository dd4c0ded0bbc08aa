#pragma once

#include "server/model/story.hpp"

#include <soci/soci.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace rejoinder::storage {

/// Told of a story on which something that readers saw is no longer to be shown as it was: a
/// comment was removed or edited. Told by the thread that made the change, after its commit and
/// before anybody hears that it is done, so that no page kept in memory outlives the promise. Of
/// several processes, the others learn it by the event stream.
using retraction_listener = std::function<void(const model::story_key&)>;

/// Finds the retractions among the events of one change. Used by one writer at a time.
class retraction_finder {
public:
    explicit retraction_finder(retraction_listener listener);

    /// Before the first change: only what comes later counts.
    void begin(soci::session& session);
    /// The stories of the events since, those that other processes wrote among them; in the
    /// transaction of the change.
    std::vector<model::story_key> find(soci::session& session);
    /// After the commit.
    void tell(const std::vector<model::story_key>& stories);

private:
    retraction_listener listener_;
    std::int64_t seen_ = -1;   ///< Of what is committed.
    std::int64_t newest_ = 0;  ///< With the change in hand.
};

}  // namespace rejoinder::storage
