#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// DELETE /api/v1/comments/{comment}: its author withdraws it; with ?erase=1, name, address and
/// text are gone for good. Done again, it is done.
awaitable<http::response> withdraw_own_comment(http::request request, const services& use);

/// PATCH /api/v1/comments/{comment} {"text", "revision"}: its author changes the text within the
/// site's window. It is judged before anybody sees it: what the filters hold waits for a moderator,
/// what they reject is refused and the comment stays as it was.
awaitable<http::response> edit_own_comment(http::request request, const services& use);

}  // namespace rejoinder::routes
