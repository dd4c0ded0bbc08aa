#pragma once

#include "moderation/comment_view.hpp"
#include "server/storage/store.hpp"
#include "server/worker/judging_context.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace rejoinder::rules {

/// A stored comment with what it was judged in the light of, ready to be judged again.
struct replayed_comment {
    storage::judged_comment stored;
    worker::judging_context context;

    /// Views this, which must outlive it.
    moderation::comment_input input() const;
};

/// One comment, by its id; nothing where it is gone, or its context cannot be read. Blocking.
std::optional<replayed_comment> replayed(storage::store& record, const model::comment_id& id);

/// Stored comments in the order of time, page by page. Blocking; from one thread at a time.
class replay_source {
public:
    replay_source(storage::store& record, model::timestamp since);

    /// How many there were at the beginning.
    std::int64_t total() const noexcept { return total_; }

    /// The next ones; none at the end. One whose context cannot be read is left out: judged in
    /// another light it would say nothing.
    std::vector<replayed_comment> next();

private:
    storage::store& record_;
    model::timestamp created_at_;
    model::comment_id id_;
    std::int64_t total_;
};

}  // namespace rejoinder::rules
