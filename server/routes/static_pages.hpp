#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"

namespace rejoinder::http {
class static_files;
}

namespace rejoinder::routes {

/// Puts the widget, the desk, the demo and the API description, all embedded in the binary, into
/// the files, pages with the Content-Security-Policy they need.
void add_web_files(http::static_files& files);

/// GET of a built file: /embed.js, /openapi.json, /desk/…, /demo/… An unknown name below /demo/ is
/// one more demo article, so that a developer has as many stories as wanted.
awaitable<http::response> show_page(http::request request, const http::static_files& files);

}  // namespace rejoinder::routes
