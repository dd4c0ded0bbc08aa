#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/model/decision.hpp"
#include "server/routes/services.hpp"
#include "server/storage/revision_store.hpp"

#include <optional>
#include <string>

namespace rejoinder::routes {

/// POST /api/v1/desk/comments/{comment}/edits: another text, or some spans of it masked.
awaitable<http::response> desk_edit_comment(http::request request, const services& use);

/// Takes back the edit of this batch; nothing where there is none, or it is too long ago. Blocking.
std::optional<model::decision_outcome> undo_edit(
    const services& use,
    const std::string& batch,
    model::timestamp since,
    const storage::acting_moderator& by);

}  // namespace rejoinder::routes
