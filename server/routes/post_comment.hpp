#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// POST /api/v1/sites/{site}/stories/{story}/comments: a reader submits a comment, as JSON or as an
/// HTML form.
///
/// Answers 202 with the comment's id (an HTML form: 303 back to the story) once the submission is
/// safe in the queue. Moderation happens later, and its outcome reaches the reader on the story's
/// live feed. A form that is not valid is refused with 422, a full queue with 503: nothing is
/// accepted that could still be lost.
awaitable<http::response> post_comment(http::request request, const services& use);

}  // namespace rejoinder::routes
