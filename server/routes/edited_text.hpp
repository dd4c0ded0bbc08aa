#pragma once

#include "server/model/comment.hpp"
#include "server/routes/services.hpp"
#include "server/storage/revision_store.hpp"

namespace rejoinder::routes {

/// The edit as it may be stored: the author's address, should the new text hold it, is masked as it
/// would have been at intake, and the rules in force have judged it. Blocking.
storage::comment_edit judged_edit(
    const services& use,
    const model::comment& before,
    storage::comment_edit edit);

}  // namespace rejoinder::routes
