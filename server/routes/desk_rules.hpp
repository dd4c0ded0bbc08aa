#pragma once

#include "server/async/net.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// GET /api/v1/desk/rules: what is in force, since when, and what is kept.
awaitable<http::response> desk_list_rules(http::request request, const services& use);

/// GET /api/v1/desk/rules/versions/{version}: a rule set with its lists.
awaitable<http::response> desk_show_rules(http::request request, const services& use);

/// POST /api/v1/desk/rules/versions: checks a rule set whole and keeps it. Lists that are not sent
/// are those of the version "base".
awaitable<http::response> desk_keep_rules(http::request request, const services& use);

/// POST /api/v1/desk/rules/activations: puts a kept version in force.
awaitable<http::response> desk_activate_rules(http::request request, const services& use);

}  // namespace rejoinder::routes
