#pragma once

#include "server/async/net.hpp"
#include "server/http/handler.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/model/ids.hpp"
#include "server/publish/shared_snapshot.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// GET …/stories/{story}/comments?sort=oldest|newest|top&cursor=: a page of published comments. The
/// first page, oldest first, is the story's snapshot. Other ways to read are in read_further.hpp.
awaitable<http::response> list_comments(http::request request, const services& use);

/// Renders the first page of a story: what the snapshot cache calls.
awaitable<publish::shared_snapshot> render_first_page(
    model::story_key key,
    storage::async_store& store);

}  // namespace rejoinder::routes
