#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// GET /api/v1/desk/authors/{author}: all that the desk knows of an author, but the address.
awaitable<http::response> desk_show_author(http::request request, const services& use);

/// POST /api/v1/desk/authors/{author}/notes: a note for the other moderators.
awaitable<http::response> desk_note_author(http::request request, const services& use);

/// POST /api/v1/desk/authors/{author}/email: shows the address to a moderator who says why; the
/// log keeps who it was.
awaitable<http::response> desk_reveal_address(http::request request, const services& use);

}  // namespace rejoinder::routes
