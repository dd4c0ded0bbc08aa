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

inline model::story_key story_of(const http::request& request)
{
    return {model::site_id(request.path("site")), model::story_id(request.path("story"))};
}

}  // namespace rejoinder::routes
