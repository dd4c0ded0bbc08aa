#pragma once

#include "moderation/comment_view.hpp"
#include "server/model/submission.hpp"
#include "server/storage/store.hpp"

#include <cstddef>

namespace rejoinder::worker {

/// What is known of one author of one site while a batch is judged: what storage has, and what came
/// earlier in the same batch, which storage cannot know yet.
class author_history {
public:
    /// Keeps at most `recent_max` comments, the newest.
    author_history(storage::author_activity stored, std::size_t recent_max);

    /// An earlier comment of the same batch has got its verdict.
    void add(const model::submission& submission, moderation::verdict_kind verdict);

    /// As the filters shall see it when they judge this submission. Distances are counted from the
    /// moment it was submitted, not judged, so that a worker that lags judges no differently.
    moderation::author_activity as_of(const model::submission& submission) const;

private:
    storage::author_activity known_;
    std::size_t recent_max_;
};

}  // namespace rejoinder::worker
