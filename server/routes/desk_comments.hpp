#pragma once

#include "server/async/net.hpp"
#include "server/auth/sign_in_sessions.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/model/comment.hpp"
#include "server/routes/services.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace rejoinder::routes {

/// GET /api/v1/desk/comments: the review queue, or any other state, filtered.
awaitable<http::response> desk_list_comments(http::request request, const services& use);

/// A comment with its history, reports, revisions and what the filters said; nothing where there is
/// none.
awaitable<std::optional<nlohmann::json>> comment_in_full(
    const model::comment_id& id,
    const auth::signed_in& who,
    const http::request& request,
    const services& use);

/// The comment of the request's path, if it is there for this moderator; comment_not_found else.
awaitable<model::result<model::comment>> comment_seen_by(
    const auth::signed_in& who,
    const http::request& request,
    const services& use);

/// GET /api/v1/desk/comments/{comment}: one comment with its history.
awaitable<http::response> desk_show_comment(http::request request, const services& use);

}  // namespace rejoinder::routes
