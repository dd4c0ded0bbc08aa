#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

// Ways of reading a story beside page by page; `list_comments` has checked that the site is there.

/// …?replies_to=ID&cursor=: further replies of a discussion, oldest first.
awaitable<http::response> read_replies(http::request request, const services& use);

/// …?around=ID&sort=: the page that has this comment in its middle.
awaitable<http::response> read_around(http::request request, const services& use);

/// …?all=1&sort=&cursor=: everything at once, up to limits of its own.
awaitable<http::response> read_all(http::request request, const services& use);

}  // namespace rejoinder::routes
