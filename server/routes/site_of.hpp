#pragma once

#include "server/http/request.hpp"
#include "server/intake/site.hpp"
#include "server/model/ids.hpp"
#include "server/routes/services.hpp"

namespace rejoinder::routes {

/// The site a path names, or null.
inline const intake::site* site_of(const http::request& request, const services& use)
{
    return use.sites.find(model::site_id(request.path("site")));
}

/// Whether a browser's page may write to the site: one of the site's, one of this server, or none.
inline bool may_write_to(const http::request& request, const intake::site& site)
{
    const auto origin = request.header("Origin");
    const auto own_origin = request.own_origin();
    return origin.empty() || origin == own_origin || site.owns(origin, own_origin);
}

inline model::story_key story_of(const http::request& request)
{
    return {model::site_id(request.path("site")), model::story_id(request.path("story"))};
}

}  // namespace rejoinder::routes
