#include "server/worker/author_history.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace rejoinder::worker {

author_history::author_history(storage::author_activity stored, std::size_t recent_max)
    : known_(std::move(stored)),
      recent_max_(recent_max)
{
    if (known_.recent.size() > recent_max_)
        known_.recent.resize(recent_max_);
}

void author_history::add(const model::submission& submission, moderation::verdict_kind verdict)
{
    switch (verdict) {
    case moderation::verdict_kind::publish:
        ++known_.published;
        break;
    case moderation::verdict_kind::hold:
        ++known_.pending;
        break;
    case moderation::verdict_kind::spam:
    case moderation::verdict_kind::reject:
        ++known_.rejected;
        break;
    }

    if (recent_max_ == 0)
        return;
    if (known_.recent.size() == recent_max_)
        known_.recent.pop_back();
    storage::author_activity::recent_comment comment;
    comment.id = submission.id;
    comment.text = submission.text;
    comment.story = submission.story;
    comment.created_at = submission.submitted_at;
    known_.recent.insert(known_.recent.begin(), std::move(comment));
}

moderation::author_activity author_history::as_of(const model::submission& submission) const
{
    moderation::author_activity seen;
    seen.published = known_.published;
    seen.pending = known_.pending;
    seen.rejected = known_.rejected;
    seen.approved_by_human = known_.approved_by_human;
    seen.proved = submission.proof == model::author_proof::author_token;

    seen.recent.reserve(known_.recent.size());
    for (const auto& earlier : known_.recent) {
        // Workers overtake one another, so "earlier" may have been submitted a little later.
        const auto distance = std::chrono::duration_cast<std::chrono::seconds>(
            submission.submitted_at - earlier.created_at);
        moderation::recent_comment comment;
        comment.id = earlier.id.str();
        comment.text = earlier.text;
        comment.seconds_ago = std::max<std::int64_t>(0, distance.count());
        comment.same_story = earlier.story == submission.story;
        seen.recent.push_back(std::move(comment));
    }
    return seen;
}

}  // namespace rejoinder::worker
