#pragma once

#include "server/model/ids.hpp"
#include "server/storage/store.hpp"

namespace rejoinder::moderation {
class engine;
}

namespace rejoinder::rules {

/// Judges a published comment again, as it was judged and in the light of what readers have
/// reported since: where that is enough for the rules, the comment waits for a moderator. One that
/// a moderator has approved stays. Blocking; throws what the storage throws.
///
/// Whether anything has changed.
bool judge_reported(
    storage::store& record,
    const moderation::engine& engine,
    const model::comment_id& comment);

}  // namespace rejoinder::rules
