#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// POST /api/v1/desk/decisions: approve, reject or spam, one or many, each against the revision the
/// moderator saw.
awaitable<http::response> desk_decide(http::request request, const services& use);

/// POST /api/v1/desk/undo: takes back what was decided together, within 30 days.
awaitable<http::response> desk_undo(http::request request, const services& use);

/// PATCH /api/v1/desk/stories/{site}/{story}: open, close or pre-moderate a story.
awaitable<http::response> desk_change_story(http::request request, const services& use);

}  // namespace rejoinder::routes
