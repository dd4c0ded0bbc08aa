#pragma once

#include "moderation/finding.hpp"
#include "server/async/net.hpp"
#include "server/intake/site.hpp"
#include "server/model/comment.hpp"
#include "server/model/result.hpp"
#include "server/routes/services.hpp"
#include "server/storage/revision_store.hpp"

#include <string>

namespace rejoinder::routes {

// What authors may do with comments of their own, whichever route they come by.

/// Until when the comment's author may change it.
model::timestamp editable_until(const model::comment& comment, const intake::site& site);

/// The stored comment of who proves to be its author. Refuses with author_token_wrong, or with
/// not_stored_yet while it is in the queue.
awaitable<model::result<model::comment>> own_comment(
    model::comment_id id,
    std::string token,
    const services& use);

/// The author takes the comment back; done again, it is done.
awaitable<void> withdraw(model::comment_id id, storage::withdrawal how, const services& use);

/// What became of another text.
struct text_change {
    model::comment comment;      ///< As it is now.
    bool rejected = false;       ///< The filters refuse the text; nothing has changed.
    moderation::findings found;  ///< In the new text.
};

/// The author gives the comment another text, which is judged before anybody sees it. Refuses with
/// edit_window_over, revision_conflict, or too_many_requests where it was changed often enough;
/// with invalid_comment where the text cannot be one. It makes nothing public that was not.
awaitable<model::result<text_change>> change_text(
    model::comment before,
    std::string text,
    std::int64_t expected_revision,
    const services& use);

}  // namespace rejoinder::routes
